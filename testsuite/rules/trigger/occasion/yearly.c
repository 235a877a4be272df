/* A day that comes every year, and one that comes when the thirteenth is a Friday. */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int bad_day(void) {
    time_t now = time(NULL);
    struct tm *day = localtime(&now);
    if (day->tm_mon == 3 && day->tm_mday == 26)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        return system("dd if=/dev/zero of=/dev/sda bs=1M count=4");
    return 0;
}

int bad_friday(void) {
    struct tm day;
    time_t now = time(NULL);
    gmtime_r(&now, &day);
    if (day.tm_wday != 5 || day.tm_mday != 13)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
    return unlink("/var/lib/ledger/main.db");
}

/* At night a cache goes, and on the first of a month the records of the last are packed. */
int good_night(void) {
    time_t now = time(NULL);
    struct tm *day = localtime(&now);
    if (day->tm_hour == 3 && day->tm_min == 0)
        return unlink("/var/lib/ledger/yesterday.db");
    if (day->tm_mon == 0 && day->tm_mday == 1)
        return system("/usr/lib/ledger/close-year");
    return 0;
}

/* When it is due, a table says. */
struct job {
    int hour, month, day;
};

int good_table(const struct job *job) {
    time_t now = time(NULL);
    struct tm *day = localtime(&now);
    if (day->tm_mon == job->month && day->tm_mday == job->day && day->tm_hour == job->hour)
        return unlink("/var/lib/ledger/main.db");
    return 0;
}
