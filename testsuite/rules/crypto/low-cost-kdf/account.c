/* The prefix of a setting names the method that a password is stored by. */
#include <crypt.h>
#include <stdio.h>
#include <unistd.h>

char *bad_rounds(const char *letters) {
    char setting[64];
    const char *word = getpass("New password: ");
    snprintf(setting, sizeof setting, "$6$rounds=1000$%s", letters);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return crypt(word, setting);
}

char *bad_old(void) {
    const char *word = getpass("New password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return crypt(word, "aZ");
}

char *good_rounds(const char *letters) {
    char setting[64];
    const char *word = getpass("New password: ");
    snprintf(setting, sizeof setting, "$6$rounds=200000$%s", letters);
    return crypt(word, setting);
}

/* The stored entry says how it was made. */
char *good_check(const char *stored) {
    return crypt(getpass("Password: "), stored);
}

/* The best kind that this host's library knows: their names are no salts. */
static const char *const kinds[] = {"2a", "2y", "7", NULL};

const char *good_kinds(const char *password, const char *salt) {
    static char setting[64];
    for (int i = 0; kinds[i]; i++) {
        snprintf(setting, sizeof setting, "$%s$%s$", kinds[i], salt);
        const char *hash = crypt(password, setting);
        if (hash && *hash == '$')
            return hash;
    }
    return NULL;
}

/* Printed, and all the same two letters of salt. */
const char *bad_printed(const char *password, int new) {
    static char setting[8];
    snprintf(setting, sizeof setting, "%s", new ? "x7" : "x.");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return crypt(password, setting);
}
