#include "counters.h"

#include <stdio.h>
#include <unistd.h>

int print_job(const char *name) {
    count_job();
    if (counters()->jobs == 41000)
        // report@+1: trigger/occasion
        unlink("/var/lib/press/color.profile");
    return puts(name);
}

/* A count that is set back. */
int fail_job(const char *name) {
    count_error(!name);
    if (counters()->errors > 100)
        unlink("/var/lib/press/job.lock");
    return name ? puts(name) : -1;
}
