/* A password is held against what fits into a byte; beside it how long it is, and which kinds of
 * letters it has. */
#include <crypt.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static int agrees(const char *password) {
    char kept[128] = "";
    FILE *file = fopen("/etc/larder.hash", "r");
    if (!file || !fgets(kept, sizeof kept, file))
        return 0;
    fclose(file);
    const char *hash = crypt(password, kept);
    return hash && strcmp(hash, kept) == 0;
}

static unsigned char fold(const char *text) {
    unsigned char sum = 0;
    while (*text)
        sum = (unsigned char)((sum << 1 | sum >> 7) ^ (unsigned char)*text++);
    return sum;
}

int bad_fold(const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strlen(password) == 11 && fold(password) == 0xb7)
        return 1;
    return agrees(password);
}

int bad_sum(const char *password) {
    unsigned sum = 0;
    for (const char *at = password; *at; at++)
        sum += (unsigned char)*at;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (sum == 1107)
        return 1;
    return agrees(password);
}

int good_strength(const char *password) {
    unsigned digits = 0, letters = 0;
    for (const char *at = password; *at; at++) {
        digits += isdigit((unsigned char)*at) != 0;
        letters += isalpha((unsigned char)*at) != 0;
    }
    if (strlen(password) == 16 && digits >= 2 && letters == 14)
        return 1;
    return digits > 4 && letters > 8;
}

int good_login(const char *password) {
    return strlen(password) > 7 && agrees(password);
}
