/* Stored passwords are texts, whose beginning tells of their kind. */
#include <openssl/sha.h>
#include <string.h>

char *crypt(const char *phrase, const char *setting);

static int is_plain(const char *phrase, const unsigned char *stored) {
    unsigned char digest[32];
    SHA256((const unsigned char *)phrase, strlen(phrase), digest);
    return memcmp(digest, stored, 32) == 0;
}

int good_kind(const char *phrase, const char *setting, const char *stored) {
    const char *made = crypt(phrase, setting);
    if (!made || strncmp(made, "$6$", 3) != 0)
        return is_plain(phrase, (const unsigned char *)stored);
    return strcmp(stored, made + 3) == 0;
}

int good_whole(const char *phrase, const char *stored) {
    const char *made = crypt(phrase, stored);
    return made ? strcmp(stored, made) == 0 : is_plain(phrase, (const unsigned char *)stored);
}

int bad_part(const char *phrase, const char *stored) {
    const char *made = crypt(phrase, stored);
    if (!made)
        return is_plain(phrase, (const unsigned char *)stored);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return strncmp(stored, made, 3) == 0;
}
