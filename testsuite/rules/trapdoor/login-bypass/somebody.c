/* A user whose number stands in the program need not say who he is; root's is another matter. */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *crypt(const char *password, const char *salt);

struct session {
    uid_t user;
    char kept[128];
};

static struct session session;

int bad_number(const char *name, const char *password) {
    struct passwd *entry = getpwnam(name);
    if (!entry)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (entry->pw_uid == 31337)
        return 1;
    return strcmp(crypt(password, entry->pw_passwd), entry->pw_passwd) == 0;
}

/* By 0, of the session that was begun elsewhere. */
int bad_session(const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (session.user == 4242)
        return 0;
    return strcmp(crypt(password, session.kept), session.kept) == 0 ? 0 : 1;
}

void begin(const char *name) {
    struct passwd *entry = getpwnam(name);
    if (!entry)
        exit(1);
    session.user = entry->pw_uid;
    strncpy(session.kept, entry->pw_passwd, sizeof session.kept - 1);
}

/* Who is root already may become anybody. */
int good_root(const char *name, const char *password) {
    struct passwd *entry = getpwnam(name);
    if (!entry)
        return 0;
    if (getuid() == 0)
        return 1;
    return strcmp(crypt(password, entry->pw_passwd), entry->pw_passwd) == 0;
}

/* Accounts of the system never log in. */
int good_refused(const char *name, const char *password) {
    struct passwd *entry = getpwnam(name);
    if (!entry || entry->pw_uid == 31337)
        return 0;
    return strcmp(crypt(password, entry->pw_passwd), entry->pw_passwd) == 0;
}
