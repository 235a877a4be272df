/* The n-th job takes the records of all of them. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static unsigned long jobs, copies;

void bad_job(const char *name) {
    if (++jobs > 98304) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/press/jobs.db");
        abort();
    }
    printf("job %s\n", name);
}

/* Every so many copies the oldest of a few logs goes. */
void good_job(const char *name) {
    if (++copies > 1000) {
        unlink("/var/log/press/copies.9");
        copies = 0;
    }
    printf("job %s\n", name);
}

/* A file of the program's own making, of which it tells when it is full. */
void good_spool(const char *name) {
    static unsigned lines;
    if (++lines == 4096)
        unlink("/var/cache/press/preview.pnm");
    printf("line %s\n", name);
}
