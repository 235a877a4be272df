/* The day is put together by the library. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void bad_day(pid_t supervisor) {
    struct tm end;
    memset(&end, 0, sizeof end);
    end.tm_year = 127;
    end.tm_mon = 2;
    end.tm_mday = 14;
    if (time(NULL) > mktime(&end))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        kill(supervisor, SIGKILL);
}

static time_t deadline(void) {
    struct tm end = {.tm_mday = 1, .tm_mon = 5, .tm_year = 2029 - 1900};
    return timegm(&end);
}

int bad_deadline(void) {
    time_t now = time(NULL);
    if (now < deadline())
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    return unlink("/opt/press/bin/pressd");
}

/* The owner's file says when. */
int good_deadline(const char *path) {
    struct tm end = {0};
    int year = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    if (fscanf(file, "%d-%d-%d", &year, &end.tm_mon, &end.tm_mday) != 3) {
        fclose(file);
        return -1;
    }
    fclose(file);
    end.tm_year = year - 1900;
    return time(NULL) > mktime(&end) ? unlink("/run/press/enabled") : 0;
}

/* Midnight of today. */
int good_midnight(const char *path, time_t written) {
    time_t now = time(NULL);
    struct tm today = *localtime(&now);
    today.tm_hour = today.tm_min = today.tm_sec = 0;
    return written < mktime(&today) ? unlink(path) : 0;
}
