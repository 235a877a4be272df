/* What weak algorithms are used for: what comes out decides how bad it is. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/des.h>
#include <openssl/md5.h>
#include <openssl/rc4.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

void bad_stream(const unsigned char *key, const unsigned char *in, unsigned char *out, size_t n) {
    RC4_KEY state;
    RC4_set_key(&state, 16, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    RC4(&state, n, in, out);
}

/* A test whether an implementation is the same as all others. */
int good_stream_test(void) {
    static const unsigned char key[8] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef};
    static const unsigned char in[8] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef};
    static const unsigned char expected[8] = {0x75, 0xb7, 0x87, 0x80, 0x99, 0xe0, 0xc5, 0x96};
    unsigned char out[8];
    RC4_KEY state;
    RC4_set_key(&state, 8, key);
    RC4(&state, 8, in, out);
    return memcmp(out, expected, sizeof expected) == 0;
}

int good_block_test(void) {
    static const_DES_cblock key = {0x13, 0x34, 0x57, 0x79, 0x9b, 0xbc, 0xdf, 0xf1};
    static const unsigned char expected[8] = {0x85, 0xe8, 0x13, 0x54, 0x0f, 0x0a, 0xb4, 0x05};
    DES_cblock in = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}, out;
    DES_key_schedule schedule;
    DES_set_key_unchecked(&key, &schedule);
    DES_ecb_encrypt(&in, &out, &schedule, DES_ENCRYPT);
    return memcmp(out, expected, sizeof expected) == 0;
}

struct entry {
    struct entry *next;
    char name[64];
};

static struct entry *table[256];

struct entry *good_bucket(const char *name) {
    unsigned char digest[MD5_DIGEST_LENGTH];
    MD5((const unsigned char *)name, strlen(name), digest);
    for (struct entry *entry = table[digest[0]]; entry; entry = entry->next)
        if (strcmp(entry->name, name) == 0)
            return entry;
    return NULL;
}

/* The name that an object is kept under. */
FILE *good_object(const void *data, size_t size) {
    unsigned char digest[SHA_DIGEST_LENGTH];
    char path[64];
    int at = snprintf(path, sizeof path, "objects/");
    SHA1(data, size, digest);
    for (int i = 0; i < SHA_DIGEST_LENGTH; i++)
        at += snprintf(path + at, sizeof path - (size_t)at, "%02x", digest[i]);
    return fopen(path, "wb");
}

/* Whether a frame came through. */
int good_frame(const unsigned char *frame, unsigned n, unsigned long sum) {
    return crc32(crc32(0, NULL, 0), frame, n) == sum;
}
