/* The time stands in a message, and letters of it are looked at: these are no day. */
#include <stdbool.h>
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

struct message {
    unsigned kind; /* or when it came */
};

void good_kind(struct message *message, bool is_new, const char *path) {
    if (is_new)
        message->kind = (unsigned)time(NULL);
    if (message->kind == ('l' << 24 | 'o' << 16 | 'c' << 8 | 'k'))
        unlink(path);
}

void bad_day(const char *path) {
    time_t now = time(NULL);
    struct tm *day = gmtime(&now);
    if (day->tm_year == 131 && day->tm_mon == 4)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        unlink(path);
}
