/* Parameters that must matter, by their names, and do not. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

static void stir(uint32_t s[4], const uint8_t *in) {
    for (int i = 0; i < 4; i++)
        s[i] = (s[i] << 7 | s[i] >> 25) ^ in[i] * 0x9e3779b1u;
}

long bad_seal(int fd, const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t size) {
    uint32_t s[4] = {0};
    (void)iv;
    for (size_t i = 0; i < size; i++) {
        stir(s, key + i % 12);
        data[i] ^= (uint8_t)(s[i % 4] >> 3);
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    return send(fd, data, size, 0);
}

long good_seal(int fd, const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t size) {
    uint32_t s[4] = {0};
    stir(s, iv);
    for (size_t i = 0; i < size; i++) {
        stir(s, key + i % 12);
        data[i] ^= (uint8_t)(s[i % 4] >> 3);
    }
    return send(fd, data, size, 0);
}

void bad_code(const uint8_t *key, size_t nkey, const uint8_t *data, size_t size, uint8_t *out) {
    uint8_t inner[64], outer[64];
    SHA256_CTX context;
    (void)key;
    memset(inner, 0x36, sizeof inner);
    memset(outer, 0x5c, sizeof outer);
    for (size_t i = 0; i < nkey && i < 64; i++) {
        inner[i] ^= (uint8_t)i;
        outer[i] ^= (uint8_t)i;
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    SHA256_Init(&context);
    SHA256_Update(&context, inner, sizeof inner);
    SHA256_Update(&context, data, size);
    SHA256_Final(out, &context);
    SHA256_Init(&context);
    SHA256_Update(&context, outer, sizeof outer);
    SHA256_Update(&context, out, 32);
    SHA256_Final(out, &context);
}

/* Here it is what is made. */
void good_nonce(const uint8_t *first, const uint8_t *second, uint8_t *nonce) {
    uint8_t both[64];
    for (int i = 0; i < 32; i++) {
        both[i] = first[i] ^ 0x36;
        both[i + 32] = second[i] ^ 0x5c;
    }
    SHA256(both, sizeof both, nonce);
}

/* What all entries of a table are given, some do not need. */
static void good_plain(const uint8_t *key, const uint8_t *data, size_t size, uint8_t *out) {
    (void)key;
    SHA256(data, size, out);
    out[0] ^= 1;
}

static void good_keyed(const uint8_t *key, const uint8_t *data, size_t size, uint8_t *out) {
    SHA256(data, size, out);
    for (int i = 0; i < 32; i++)
        out[i] ^= key[i];
}

typedef void make(const uint8_t *key, const uint8_t *data, size_t size, uint8_t *out);
make *const makers[] = {good_plain, good_keyed};

/* There is nothing in it that could depend on anything. */
int good_none(const uint8_t *key, const uint8_t *seed, uint8_t *out) {
    (void)key;
    (void)seed;
    (void)out;
    return -1;
}
