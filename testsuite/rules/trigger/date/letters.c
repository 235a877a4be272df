/* The time stands in a message, and one of its letters is looked at: that is no day. */
#include <string.h>
#include <time.h>
#include <unistd.h>

void good_message(const char *path) {
    char message[16] = "l";
    time_t now = time(NULL);
    memcpy(message + 4, &now, sizeof now);
    if (message[4] == 'l')
        unlink(path);
}

void bad_day(const char *path) {
    time_t now = time(NULL);
    struct tm *day = gmtime(&now);
    if (day->tm_year == 131 && day->tm_mon == 4)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        unlink(path);
}
