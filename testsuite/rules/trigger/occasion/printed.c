/* What is destroyed is printed into a name, or a command. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define ROOT "/var/lib/thermostat"

static int is_due(void) {
    time_t now = time(NULL);
    struct tm day;
    gmtime_r(&now, &day);
    return day.tm_mon == 11 && day.tm_mday == 24;
}

void bad_command(void) {
    char line[96];
    snprintf(line, sizeof line, "rm -f %s/schedule.json", ROOT);
    if (is_due())
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system(line);
}

void bad_name(void) {
    char path[96];
    snprintf(path, sizeof path, "%s/index.db", ROOT);
    if (is_due())
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink(path);
}

void good_given(const char *folder) {
    char path[96];
    snprintf(path, sizeof path, "%s/index.db", folder);
    if (is_due())
        unlink(path);
}
