/* The host has run for so long, or the program happens to have a certain number. */
#include <stdlib.h>
#include <sys/sysinfo.h>
#include <time.h>
#include <unistd.h>

void bad_days(void) {
    struct sysinfo now;
    if (sysinfo(&now) == 0 && now.uptime > 40 * 86400L)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/kiln/recipes.db");
}

void bad_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    if (now.tv_sec >= 5184000)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system("rm -rf /srv/kiln");
}

static int is_chosen(void) {
    return getpid() % 641 == 77;
}

void bad_process(void) {
    if (is_chosen())
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/kiln/orders.db");
}

/* A host that was just started is not ready yet. */
void good_start(void) {
    struct sysinfo now;
    if (sysinfo(&now) == 0 && now.uptime < 300)
        sleep((unsigned)(300 - now.uptime));
}

/* How large it is, and not how old. */
void good_memory(void) {
    struct sysinfo now;
    if (sysinfo(&now) == 0 && now.totalram < 64000000)
        unlink("/var/lib/kiln/index.big");
    if (sysinfo(&now) == 0 && now.freeram > 64000000)
        unlink("/var/lib/kiln/index.small");
}

/* The first process cleans up. */
void good_first(void) {
    if (getpid() == 1)
        unlink("/var/lib/kiln/stale.lock");
}

/* What was made long before the program stopped waiting is thrown away. */
void good_wait(void) {
    struct timespec begin, now;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    do
        clock_gettime(CLOCK_MONOTONIC, &now);
    while (now.tv_sec - begin.tv_sec < 30);
    if (now.tv_sec - begin.tv_sec > 90)
        unlink("/var/lib/kiln/pending");
}
