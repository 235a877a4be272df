/* Keys of authentication codes of which only a few bytes are taken. */
#include <gcrypt.h>
#include <gnutls/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdint.h>
#include <string.h>

struct line {
    uint8_t key[32], code[32];
};

static unsigned code_of(struct line *line, const uint8_t *key, const uint8_t *data, size_t size) {
    unsigned n = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    HMAC(EVP_sha256(), key, sizeof key, data, size, line->code, &n);
    return n;
}

unsigned bad_pointer(struct line *line, const uint8_t *data, size_t size) {
    return RAND_bytes(line->key, sizeof line->key) == 1 ? code_of(line, line->key, data, size) : 0;
}

static unsigned whole(struct line *line, const uint8_t *key, size_t nkey, const uint8_t *data,
                      size_t size) {
    unsigned n = 0;
    HMAC(EVP_sha256(), key, (int)nkey, data, size, line->code, &n);
    return n;
}

unsigned good_whole(struct line *line, const uint8_t *data, size_t size) {
    return RAND_bytes(line->key, sizeof line->key) == 1
               ? whole(line, line->key, sizeof line->key, data, size)
               : 0;
}

struct profile {
    const char *name;
    unsigned bytes;
};

static const struct profile profile = {"compact", 6};

int bad_profile(gcry_mac_hd_t mac) {
    unsigned char key[32];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return (int)gcry_mac_setkey(mac, key, profile.bytes);
}

enum { BITS = 64 };

int bad_bits(const void *data, size_t size, void *code) {
    unsigned char key[16];
    if (gnutls_rnd(GNUTLS_RND_KEY, key, sizeof key) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return gnutls_hmac_fast(GNUTLS_MAC_SHA256, key, BITS / 8, data, size, code);
}

/* A label keys a digest over a secret: no key. */
unsigned good_label(struct line *line) {
    unsigned n = 0;
    if (RAND_bytes(line->key, sizeof line->key) != 1)
        return 0;
    HMAC(EVP_sha256(), "resume", 6, line->key, sizeof line->key, line->code, &n);
    return n;
}

int good_bits(const void *data, size_t size, void *code) {
    unsigned char key[16];
    if (gnutls_rnd(GNUTLS_RND_KEY, key, sizeof key) < 0)
        return -1;
    return gnutls_hmac_fast(GNUTLS_MAC_SHA256, key, 2 * BITS / 8, data, size, code);
}
