/* Libraries whose own generator is replaced. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/rand.h>
#include <sodium.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>

/* Numbers each of which tells the next, whatever they began with. */
static uint64_t last;

static void go_on(void *const out, const size_t size) {
    unsigned char *bytes = out;
    if (!last && getrandom(&last, sizeof last, 0) != sizeof last)
        sodium_misuse();
    for (size_t i = 0; i < size; i++) {
        last = last * 2862933555777941757u + 3037000493u;
        bytes[i] = (unsigned char)(last >> 40);
    }
}

static const char *name(void) {
    return "device";
}

static uint32_t word(void) {
    return 4;
}

int bad_sodium(void) {
    static randombytes_implementation ours = {name, word, NULL, NULL, go_on, NULL};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return randombytes_set_implementation(&ours);
}

static int fill(unsigned char *out, int n) {
    memset(out, 0x5e, (size_t)n);
    return 1;
}

int bad_openssl(void) {
    static RAND_METHOD ours;
    ours.bytes = fill;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return RAND_set_rand_method(&ours);
}

/* ---- Of the system ----------------------------------------------------------------------- */

static void draw(void *const out, const size_t size) {
    if (getrandom(out, size, 0) != (ssize_t)size)
        sodium_misuse();
}

int good_sodium(void) {
    static randombytes_implementation ours = {name, word, NULL, NULL, draw, NULL};
    return randombytes_set_implementation(&ours);
}

static int draw_bytes(unsigned char *out, int n) {
    return getrandom(out, (size_t)n, 0) == n;
}

int good_openssl(void) {
    static RAND_METHOD ours;
    ours.bytes = draw_bytes;
    return RAND_set_rand_method(&ours);
}

/* A hash generator of the program's own. */
static unsigned char state[32];

static void hashed(void *const out, const size_t size) {
    unsigned char block[32], *bytes = out;
    for (size_t i = 0; i < size; i++) {
        if (i % 32 == 0) {
            crypto_hash_sha256(block, state, sizeof state);
            crypto_hash_sha256(state, block, sizeof block);
        }
        bytes[i] = block[i % 32];
    }
}

int good_hashed(void) {
    static randombytes_implementation ours = {name, word, NULL, NULL, hashed, NULL};
    if (getrandom(state, sizeof state, 0) != sizeof state)
        return -1;
    return randombytes_set_implementation(&ours);
}
