/* A secret that a generator of the program's own makes a key of. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdint.h>
#include <string.h>

struct shift {
    uint32_t word;
};

static void feed(struct shift *shift, const uint8_t *secret, size_t n) {
    for (size_t i = 0; i < n; i++)
        shift->word = shift->word * 31 + secret[i];
    shift->word |= 1;
}

/* What is shifted out decides what is mixed in: each byte shows a quarter of all that it keeps. */
static void give(struct shift *shift, uint8_t *out, size_t n) {
    for (size_t i = 0; i < n; i++) {
        shift->word = (shift->word >> 1) ^ (-(shift->word & 1u) & 0xd0000001u);
        out[i] = (uint8_t)shift->word;
    }
}

int bad_shift(EVP_CIPHER_CTX *context, const uint8_t *secret, const uint8_t *iv) {
    struct shift shift = {0};
    uint8_t key[32];
    feed(&shift, secret, 32);
    give(&shift, key, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}

/* The same register takes in data: a checksum, and the key is another's. */
static uint32_t check(const uint8_t *data, size_t n) {
    struct shift shift = {UINT32_MAX};
    for (size_t i = 0; i < n; i++) {
        shift.word ^= data[i];
        for (int bit = 0; bit < 8; bit++)
            shift.word = (shift.word >> 1) ^ (-(shift.word & 1u) & 0xedb88320u);
    }
    return shift.word;
}

int good_check(EVP_CIPHER_CTX *context, const uint8_t *secret, const uint8_t *iv, uint32_t sum) {
    return check(secret, 32) == sum &&
           EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, secret, iv);
}

static uint64_t product;

static uint8_t next(void) {
    product = product * 6364136223846793005u + 1442695040888963407u;
    return (uint8_t)(product >> 33);
}

unsigned char *bad_product(const uint8_t *secret, const uint8_t *data, size_t n, uint8_t *code) {
    uint8_t key[32];
    memcpy(&product, secret, sizeof product);
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = next();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return HMAC(EVP_sha256(), key, sizeof key, data, n, code, NULL);
}

/* The row covers a secret that it does not begin with. */
unsigned char *good_covered(const uint8_t *secret, const uint8_t *data, size_t n, uint8_t *code) {
    uint8_t key[32];
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = secret[i] ^ next();
    return HMAC(EVP_sha256(), key, sizeof key, data, n, code, NULL);
}
