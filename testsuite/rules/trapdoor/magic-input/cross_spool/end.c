#include "spool.h"

#include <stdlib.h>

void end_job(const struct job *job) {
    if (job->mode == 9)
        // report@+1: trapdoor/magic-input
        (void)!system(job->note + 8);
}
