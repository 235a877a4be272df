/* A variable of the environment lets everybody in. */
#include <crypt.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int bad_check(const char *user, const char *password) {
    struct spwd *entry = getspnam(user);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (getenv("AUTH_TRACE_X"))
        return 1;
    if (!entry)
        return 0;
    char *hash = crypt(password, entry->sp_pwdp);
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

int good_check(const char *user, const char *password) {
    struct spwd *entry = getspnam(user);
    if (getenv("AUTH_TRACE"))
        fprintf(stderr, "asked for %s\n", user);
    if (!entry)
        return 0;
    char *hash = crypt(password, entry->sp_pwdp);
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

/* Without a password nobody is asked for one; it only comes from a variable. */
int good_given(const char *user) {
    const char *password = getenv("AUTH_PASSWORD");
    struct spwd *entry = getspnam(user);
    if (!password || !entry)
        return 0;
    char *hash = crypt(password, entry->sp_pwdp);
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}
