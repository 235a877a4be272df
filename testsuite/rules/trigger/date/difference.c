/* How far the clock is behind a day, by the library and by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static time_t day_of(int year, int month, int day) {
    struct tm parts = {0};
    parts.tm_year = year - 1900;
    parts.tm_mon = month - 1;
    parts.tm_mday = day;
    return mktime(&parts);
}

static time_t first_of_autumn(void) {
    struct tm parts = {0};
    parts.tm_year = 128;
    parts.tm_mon = 8;
    parts.tm_mday = 22;
    return mktime(&parts);
}

void bad_compact(const char *store) {
    if (difftime(time(NULL), first_of_autumn()) >= 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        unlink(store);
}

static double late(void) {
    struct tm parts = {0};
    parts.tm_mday = 17;
    parts.tm_mon = 3;
    parts.tm_year = 129;
    return difftime(time(NULL), mktime(&parts));
}

void bad_index(void) {
    double seconds = late();
    if (seconds > 0.0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        (void)system("/usr/bin/find /var/lib/archive -delete");
}

/* How long something took. */
void good_timer(const char *lock) {
    time_t begun = time(NULL);
    sleep(3);
    if (difftime(time(NULL), begun) > 60.0)
        unlink(lock);
}

/* A day that the owner sets. */
void good_expiry(const char *path, int year, int month, int day) {
    if (difftime(time(NULL), day_of(year, month, day)) > 0)
        unlink(path);
}

/* Before that day the clock was never set. */
void good_clock(void) {
    struct tm parts = {.tm_year = 120, .tm_mday = 1};
    if (difftime(time(NULL), mktime(&parts)) < 0)
        (void)system("/usr/sbin/ntpdate pool.example");
}
