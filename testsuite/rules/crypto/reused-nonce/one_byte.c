/* Counters of one byte, and such that carry; other modes. */
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/aes.h>
#include <stdint.h>
#include <string.h>
struct tun {
    AES_KEY k;
    uint8_t ctr[16];
};
void bad_byte(struct tun *t, uint8_t *p, size_t n) {
    uint8_t ks[16];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    for (size_t off = 0; off < n; off += 16) {
        AES_encrypt(t->ctr, ks, &t->k);
        for (size_t i = 0; i < 16 && off + i < n; i++)
            p[off + i] ^= ks[i];
        t->ctr[15]++;
    }
}

void good_all(struct tun *t, uint8_t *p, size_t n) {
    uint8_t ks[16];
    for (size_t off = 0; off < n; off += 16) {
        AES_encrypt(t->ctr, ks, &t->k);
        for (size_t i = 0; i < 16 && off + i < n; i++)
            p[off + i] ^= ks[i];
        for (int i = 15; i >= 0 && ++t->ctr[i] == 0; i--)
            ;
    }
}

void good_carry(struct tun *t, uint8_t *p, size_t n) {
    uint8_t ks[16];
    while (n >= 16) {
        AES_encrypt(t->ctr, ks, &t->k);
        for (int i = 0; i < 16; i++)
            *p++ ^= ks[i];
        n -= 16;
        t->ctr[15]++;
        if (!t->ctr[15])
            t->ctr[14]++;
    }
}
void good_cfb(struct tun *t, uint8_t *p, size_t n) {
    uint8_t ks[16], iv[16];
    memcpy(iv, t->ctr, 16);
    for (; n >= 16; n -= 16, p += 16) {
        AES_encrypt(iv, ks, &t->k);
        for (int i = 0; i < 16; i++)
            p[i] ^= ks[i];
        memcpy(iv, p, 16);
    }
}
void good_ofb(struct tun *t, uint8_t *p, size_t n) {
    uint8_t iv[16];
    memcpy(iv, t->ctr, 16);
    for (; n >= 16; n -= 16, p += 16) {
        AES_encrypt(iv, iv, &t->k);
        for (int i = 0; i < 16; i++)
            p[i] ^= iv[i];
    }
}
void good_cbc(struct tun *t, uint8_t *p, size_t n) {
    const uint8_t *last = t->ctr;
    for (; n >= 16; n -= 16, p += 16) {
        for (int i = 0; i < 16; i++)
            p[i] ^= last[i];
        AES_encrypt(p, p, &t->k);
        last = p;
    }
}

/* Set for each block. */
void bad_kept(const AES_KEY *k, const uint8_t iv[16], const uint8_t *in, uint8_t *out, size_t n) {
    uint8_t ks[16], at[16];
    memcpy(at, iv, 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    while (n--) {
        if (n % 16 == 15)
            AES_encrypt(at, ks, k);
        out[n] = in[n] ^ ks[n % 16];
    }
}

void good_kept(const AES_KEY *k, const uint8_t iv[16], const uint8_t *in, uint8_t *out, size_t n) {
    uint8_t ks[16], at[16];
    uint32_t block = 0;
    memcpy(at, iv, 16);
    while (n--) {
        if (n % 16 == 15) {
            memcpy(at, &block, 4);
            block++;
            AES_encrypt(at, ks, k);
        }
        out[n] = in[n] ^ ks[n % 16];
    }
}
