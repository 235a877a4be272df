/* Two stages of one updater: a slot is written, and swapped. One caller asks about versions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct slot {
    char staged[64];
    unsigned version;
};

int is_newer(const struct slot *slot);

static int swap(const struct slot *slot) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
    return rename(slot->staged, "/usr/lib/panel/core.so");
}

static int apply(const struct slot *slot) {
    if (!*slot->staged)
        return -1;
    return swap(slot);
}

int good_nightly(const struct slot *slot) {
    return is_newer(slot) ? apply(slot) : 0;
}

int bad_on_request(const struct slot *slot) {
    return apply(slot);
}
