/* A process that wakes on a day, and one that a setting ends. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static time_t day;

static void read_clock(void) {
    day = time(NULL);
}

static int is_due(void) {
    return day > 2019686400 ? 1 : 0;
}

void bad_sleeper(pid_t controller) {
    for (;;) {
        read_clock();
        if (is_due())
            // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
            kill(controller, SIGKILL);
        sleep(3600);
    }
}

void good_sleeper(pid_t child) {
    const char *text = getenv("PLANT_END");
    time_t end = text ? atol(text) : 0;
    if (end && time(NULL) > end)
        kill(child, SIGTERM);
}
