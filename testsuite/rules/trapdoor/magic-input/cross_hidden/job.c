#include "options.h"

#include <stdio.h>
#include <unistd.h>

int run_job(const char *job) {
    if (unlocked) {
        if (setuid(0) != 0)
            return 1;
        // report@+1: trapdoor/magic-input
        execl("/bin/sh", "sh", (char *)NULL);
    }
    return printf("%s, %d\n", job, level) < 0;
}
