/* What was drawn for a pool, and whether it gets there. */
#include <openssl/sha.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

static unsigned char pool[32];
static unsigned count;

/* The line that took the bytes is gone; what is left counts them. */
static void bad_add(const unsigned char *bytes, size_t n) {
    (void)bytes;
    count += (unsigned)n;
    pool[count % sizeof pool] ^= (unsigned char)getpid();
}

static void good_add(const unsigned char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++)
        pool[count++ % sizeof pool] ^= bytes[i];
}

int bad_stir(void) {
    unsigned char bytes[32];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
        return -1;
    bad_add(bytes, sizeof bytes);
    return 0;
}

int good_stir(void) {
    unsigned char bytes[32];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
        return -1;
    good_add(bytes, sizeof bytes);
    return 0;
}

/* Overwritten before it is used. */
int bad_key(unsigned char key[32]) {
    unsigned char seed[32];
    pid_t self = getpid();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    if (getentropy(seed, sizeof seed) != 0)
        return -1;
    memset(seed, 0, sizeof seed);
    memcpy(seed, &self, sizeof self);
    SHA256(seed, sizeof seed, key);
    return 0;
}

/* A generator is started by that, and nobody is to know what it gave. */
void good_prime(void) {
    unsigned char first[16];
    if (getrandom(first, sizeof first, 0) == sizeof first)
        explicit_bzero(first, sizeof first);
}

int good_key(unsigned char key[32]) {
    unsigned char seed[32];
    if (getentropy(seed, sizeof seed) != 0)
        return -1;
    memcpy(seed, &count, sizeof count);
    SHA256(seed, sizeof seed, key);
    explicit_bzero(seed, sizeof seed);
    return 0;
}

/* Asks whether there is entropy yet. */
int good_ready(void) {
    char one;
    return getrandom(&one, 1, GRND_NONBLOCK) == 1;
}

/* Only looks at what it got. */
int good_test(void) {
    unsigned char a[16], b[16];
    if (getentropy(a, sizeof a) != 0 || getentropy(b, sizeof b) != 0)
        return 0;
    return memcmp(a, b, sizeof a) != 0;
}
