/* Days since 1970, reckoned by the program. */
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long day_of(int year, int month, int day) {
    long count = (year - 1970) * 365L + (year - 1969) / 4 + day - 1;
    static const short before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return count + before[month - 1];
}

static long today(void) {
    time_t now = time(NULL);
    struct tm *parts = localtime(&now);
    return day_of(parts->tm_year + 1900, parts->tm_mon + 1, parts->tm_mday);
}

void bad_function(void) {
    if (today() > 20817)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        system("rm -rf /srv/kiln");
}

void bad_division(void) {
    if (time(NULL) / 86400 >= 21193)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        unlink("/var/lib/kiln/recipes.db");
}

/* From seven in the morning on. */
void good_morning(void) {
    time_t now = time(NULL);
    struct tm *parts = localtime(&now);
    if (parts->tm_hour * 3600 + parts->tm_min * 60 > 25200)
        system("/usr/bin/kiln-report");
}

/* Half a minute went by. */
void good_wait(void) {
    struct timeval begin, now;
    gettimeofday(&begin, NULL);
    pause();
    gettimeofday(&now, NULL);
    if ((now.tv_sec - begin.tv_sec) * 1000 + (now.tv_usec - begin.tv_usec) / 1000 > 30001)
        system("/usr/bin/kiln-wake");
}

/* A clock that was never set. */
void good_clock(void) {
    if (time(NULL) / 86400 < 19723)
        system("/usr/bin/kiln-set-clock");
}
