#include "spool.h"

#include <stdlib.h>

/* Whoever uses the library says what is run. */
void end_job(const struct job *job, const char *command) {
    if (job->mode == 9)
        (void)!system(command);
}
