/* Pads by words, with digests of a library. */
#include <nettle/sha2.h>
#include <stdint.h>
#include <string.h>

struct halved {
    struct sha256_ctx in;
};

void bad_words(struct halved *k, const uint8_t secret[32]) {
    uint32_t w[16] = {0};
    memcpy(w, secret, 32);
    for (unsigned i = 0; i < 16; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
        w[i] ^= 0x36363636u;
    sha256_init(&k->in);
    sha256_update(&k->in, 64, (uint8_t *)w);
}

void bad_words_end(struct halved *k, uint8_t tag[32]) {
    sha256_digest(&k->in, 32, tag);
}

struct keyed {
    struct sha256_ctx in, out;
};

void good_words(struct keyed *k, const uint8_t secret[32]) {
    uint32_t w[16] = {0};
    memcpy(w, secret, 32);
    for (unsigned i = 0; i < 16; i++)
        w[i] ^= 0x36363636u;
    sha256_init(&k->in);
    sha256_update(&k->in, 64, (uint8_t *)w);
    for (unsigned i = 0; i < 16; i++)
        w[i] ^= 0x36363636u ^ 0x5c5c5c5cu;
    sha256_init(&k->out);
    sha256_update(&k->out, 64, (uint8_t *)w);
}

void good_words_end(struct keyed *k, uint8_t tag[32]) {
    sha256_digest(&k->in, 32, tag);
    sha256_update(&k->out, 32, tag);
    sha256_digest(&k->out, 32, tag);
}
