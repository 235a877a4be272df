/* Lines become a list of jobs on the heap. */
#include "agent.h"

#include <stdlib.h>
#include <string.h>

struct job *jobs_read(int in) {
    char line[512];
    struct job *first = NULL;
    while (line_read(in, line, sizeof line)) {
        char *colon = strchr(line, ':');
        struct job *job = calloc(1, sizeof *job);
        if (!job || !colon)
            break;
        job->id = (unsigned)strtoul(line, NULL, 10);
        job->script = strdup(colon + 1);
        job->next = first;
        first = job;
    }
    return first;
}
