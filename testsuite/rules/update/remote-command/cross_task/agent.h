#ifndef AGENT_H
#define AGENT_H

#include <stddef.h>

struct job {
    unsigned id;
    char *script; /* on the heap */
    struct job *next;
};

int line_read(int in, char *line, size_t room);
struct job *jobs_read(int in);
int job_run(const struct job *job);

#endif
