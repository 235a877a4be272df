// A name that is written in the program, and another function that asks for the password.
#include <crypt.h>
#include <stdio.h>
#include <string.h>

struct account {
    char name[32], digest[128];
};

const struct account *find_account(const char *name);

static int is_known(const char *user, const char *password) {
    const struct account *account = find_account(user);
    return account && strcmp(crypt(password, account->digest), account->digest) == 0;
}

static int good_root(const char *user, const char *password) {
    return strcmp(user, "root") == 0 && is_known(user, password);
}

static int good_nested(const char *user, const char *password) {
    if (strcmp(user, "operator") == 0) {
        if (is_known(user, password))
            return 1;
    }
    return 0;
}

// Whoever has this name is not asked for a password of his own.
static int bad_service(const char *user, const char *password) {
    (void)password;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return strcmp(user, "fld_eng") == 0;
}

typedef int admission(const char *user, const char *password);
static admission *const ways[] = {good_root, good_nested, bad_service, is_known};

int main(void) {
    char user[64], password[64];
    if (scanf("%63s %63s", user, password) != 2)
        return 2;
    for (unsigned i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i](user, password))
            return 0;
    return 1;
}
