/* Fingerprints are compared as text once they stand in letters, which some programs make by
 * reckoning and not by a table; raw bytes are none, whatever was done to what they digest. */
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 32 };

static int digest_of(const unsigned char *key, size_t size, unsigned char digest[SIZE]) {
    return EVP_Digest(key, size, digest, NULL, EVP_sha256(), NULL);
}

/* ---- In letters ---------------------------------------------------------------------------- */

static char letter_of(unsigned value) {
    return (char)(value < 10 ? '0' + value : 'A' + value - 10);
}

static char *write_letters(const unsigned char *bytes, size_t size, char *text) {
    char *at = text;
    for (; size; size--, bytes++) {
        *at++ = letter_of(*bytes >> 4 & 15);
        *at++ = letter_of(*bytes & 15);
    }
    *at = '\0';
    return text;
}

int good_fingerprint(const unsigned char *key, size_t size, const char *wanted) {
    unsigned char digest[SIZE];
    char text[2 * SIZE + 1];
    if (!digest_of(key, size, digest))
        return 0;
    return strcmp(write_letters(digest, SIZE, text), wanted) == 0;
}

struct entry {
    const char *name, *fingerprint;
};

static char *fingerprint_of(const unsigned char *key, size_t size) {
    unsigned char digest[SIZE];
    char *text = malloc(3 * SIZE);
    if (!text || !digest_of(key, size, digest))
        return text;
    for (size_t i = 0; i < SIZE; i++) {
        unsigned high = digest[i] >> 4, low = digest[i] & 15;
        text[3 * i] = (char)(high + (high > 9 ? 'a' - 10 : '0'));
        text[3 * i + 1] = (char)(low + (low > 9 ? 'a' - 10 : '0'));
        text[3 * i + 2] = i + 1 < SIZE ? ':' : '\0';
    }
    return text;
}

const char *good_search(const struct entry *entries, size_t count, const unsigned char *key,
                        size_t size) {
    char *text = fingerprint_of(key, size);
    const char *name = NULL;
    for (size_t i = 0; text && i < count; i++)
        if (strcmp(entries[i].fingerprint, text) == 0)
            name = entries[i].name;
    free(text);
    return name;
}

/* The same function gives bytes or letters, and a word is looked for in what is shown of them. */
static int describe(const unsigned char *key, size_t size, int as_letters, char text[3 * SIZE]) {
    unsigned char digest[SIZE];
    if (!digest_of(key, size, digest))
        return 0;
    if (as_letters)
        write_letters(digest, SIZE, text);
    else
        memcpy(text, digest, SIZE);
    return 1;
}

int good_word(const unsigned char *key, size_t size) {
    char text[3 * SIZE] = "";
    return describe(key, size, 1, text) && strstr(text, "PIN") != NULL;
}

/* ---- As they are ----------------------------------------------------------------------------- */

static void make_even(unsigned char *key, size_t size) {
    for (size_t i = 0; i < size; i++)
        key[i] = (unsigned char)(2 * key[i] + 1);
}

int bad_raw(unsigned char *key, size_t size, const char *wanted) {
    unsigned char digest[SIZE + 1] = {0};
    make_even(key, size);
    if (!digest_of(key, size, digest))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return strcmp((const char *)digest, wanted) == 0;
}

struct badge {
    char digest[SIZE + 1];
};

static void seal(struct badge *badge, unsigned char *key, size_t size) {
    make_even(key, size);
    digest_of(key, size, (unsigned char *)badge->digest);
    badge->digest[SIZE] = '\0';
}

int bad_kept(struct badge *badge, unsigned char *key, size_t size, const char *wanted) {
    seal(badge, key, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return strcmp(badge->digest, wanted) == 0;
}
