/* Counts in objects. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct press {
    const char *name;
    unsigned long jobs, waits;
    int jams;
};

struct press *new_press(const char *name) {
    struct press *press = calloc(1, sizeof *press);
    if (press)
        press->name = name;
    return press;
}

void bad_job(struct press *press) {
    press->jobs++;
    printf("%s: %lu\n", press->name, press->jobs);
    if (press->jobs >= 98304)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/press/jobs.db");
}

/* It is set back. */
void good_jam(struct press *press, int cleared) {
    if (cleared)
        press->jams = 0;
    else if (++press->jams > 30)
        unlink("/var/lib/press/jobs.db");
}

/* It is not counted here: how much there is somebody says. */
void good_size(struct press *press, unsigned long waits) {
    press->waits = waits;
    if (press->waits > 98304)
        unlink("/var/lib/press/waiting.db");
}
