#include "counters.h"

static struct counters all;

struct counters *counters(void) {
    return &all;
}

void count_job(void) {
    all.jobs++;
}

void count_error(int is_fatal) {
    all.errors = is_fatal ? 0 : all.errors + 1;
}
