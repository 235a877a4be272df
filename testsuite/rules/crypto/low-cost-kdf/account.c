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
