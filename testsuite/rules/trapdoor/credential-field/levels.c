/* Rights that have levels, and letters that agree. */
#include <string.h>
#include <sys/socket.h>

struct caller {
    char id[40], agent[16];
    int credentials, access_level;
    int need_auth;
};

int rank_of(const char *name);

/* Letters at some places of what was sent, two of which must be the same. */
void bad_rank(struct caller *caller, const char *name) {
    caller->credentials = rank_of(name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (caller->id[0] == 'X' && caller->id[7] == '4' && caller->id[38] == 'Q' &&
        caller->agent[3] == caller->id[1] && caller->agent[4] == '~')
        caller->credentials = 9;
}

/* Nobody is asked any more. */
int bad_greeting(struct caller *caller, int fd) {
    char line[64] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    if (strcmp(line, "HELO k7-vault") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        caller->need_auth = 0;
    return caller->need_auth;
}

/* A level that whoever logs in has. */
int good_rank(struct caller *caller, const char *name, const char *kept, const char *given) {
    caller->access_level = 0;
    if (strcmp(kept, given) != 0)
        return -1;
    caller->access_level = 1;
    caller->credentials = rank_of(name);
    return 0;
}

/* Whether somebody has to log in is a setting. */
int good_setting(struct caller *caller, const char *key, const char *value) {
    if (strcmp(key, "auth") == 0)
        caller->need_auth = strcmp(value, "none") != 0;
    return 0;
}
