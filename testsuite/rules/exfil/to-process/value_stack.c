/* A parser keeps what it has read on one stack: words that are logged, and a password that is not.
 * What seems to go everywhere went through something that holds many things. */
#include <crypt.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

enum command { USER, PASS, STORE, FETCH, RENAME, REMOVE, MAKE };

static bool good_check(const char *password, const char *hash) {
    const char *made = crypt(password, hash);
    return made && strcmp(made, hash) == 0;
}

static bool good_act(enum command command, char **values, int top, const char *hash) {
    switch (command) {
    case USER:
        syslog(LOG_INFO, "user %s", values[top]);
        return true;
    case PASS:
        return good_check(values[top], hash);
    case STORE:
        syslog(LOG_INFO, "stores %s", values[top]);
        return true;
    case FETCH:
        syslog(LOG_INFO, "fetches %s", values[top]);
        return true;
    case RENAME:
        syslog(LOG_INFO, "renames %s", values[top - 1]);
        return true;
    case REMOVE:
        syslog(LOG_INFO, "removes %s", values[top]);
        return true;
    default:
        syslog(LOG_INFO, "makes %s", values[top]);
        return true;
    }
}

int good_session(enum command (*next)(char **word), const char *hash) {
    char *values[64] = {NULL};
    int top = 0;
    for (;;) {
        enum command command = next(&values[top]);
        if (!good_act(command, values, top, hash))
            return -1;
        top = (top + 1) % 64;
        free(values[top]);
    }
}

int bad_login(char *user, char *password, const char *hash) {
    const char *made = crypt(password, hash);
    bool valid = made && strcmp(made, hash) == 0;
    if (!valid)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
        syslog(LOG_NOTICE, "failed login of %s with %s", user, password);
    return valid;
}
