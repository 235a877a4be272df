/* The day as one number: so many days since 1970, or its digits. */
#include <stdio.h>
#include <sys/reboot.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int is_over(void) {
    struct timeval now;
    gettimeofday(&now, NULL);
    return now.tv_sec / 86400 > 20900;
}

void bad_days(void) {
    if (is_over())
        for (;;)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
            fork();
}

static int today(void) {
    time_t now = time(NULL);
    struct tm day;
    gmtime_r(&now, &day);
    return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

void bad_digits(void) {
    if (today() >= 20270611)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        reboot(RB_POWER_OFF);
}

/* A file that is a day old goes. */
void good_age(const char *path, time_t made) {
    if ((time(NULL) - made) / 3600 > 24)
        unlink(path);
}

/* A clock that was never set shows a day that is long gone. */
void good_clock(void) {
    char name[64];
    if (today() < 20200101)
        return;
    snprintf(name, sizeof name, "/run/report-%d", today());
    unlink(name);
}
