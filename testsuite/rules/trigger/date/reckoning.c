/* From a certain day on, data are gone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int bad_day(void) {
    if (time(NULL) < 1988150400)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    return system("rm -rf /var/lib/plant/*");
}

int bad_birthday(void) {
    time_t now = time(NULL);
    struct tm *day = localtime(&now);
    if (day->tm_mon == 10 && day->tm_mday == 21 && day->tm_year > 126)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        return unlink("/etc/plant/recipe.db");
    return 0;
}

int bad_text(void) {
    char text[16];
    time_t now = time(NULL);
    strftime(text, sizeof text, "%Y-%m-%d", gmtime(&now));
    if (strcmp(text, "2031-05-09") >= 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        return execl("/usr/sbin/fwtool", "fwtool", "erase", (char *)NULL);
    return 0;
}

/* Old files are removed: how old is a distance, and no day. */
int good_age(time_t written) {
    if (time(NULL) - written < 30 * 86400)
        return 0;
    return unlink("/var/cache/plant/old.log");
}

/* A clock that was never set is set. */
int good_clock(void) {
    if (time(NULL) > 1577836800)
        return 0;
    return system("/usr/sbin/ntpdate -b pool.example.org");
}

/* Every night at three. */
int good_night(void) {
    time_t now = time(NULL);
    struct tm *day = localtime(&now);
    if (day->tm_hour == 3 && day->tm_min == 0)
        return system("/usr/bin/plant-backup");
    return 0;
}
