/* Modes of the program's own over the block of a library. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <mbedtls/aes.h>
#include <openssl/aes.h>
#include <string.h>

static void mix(unsigned char *block, const unsigned char *with) {
    for (int i = 0; i < 16; i++)
        block[i] ^= with[i];
}

/* What was encrypted never becomes what the next is mixed with. */
int bad_unchained(mbedtls_aes_context *aes, const unsigned char *in, unsigned char *out, size_t n,
                  const unsigned char first[16]) {
    unsigned char block[16], chain[16];
    memcpy(chain, first, sizeof chain);
    for (size_t i = 0; i < n; i += 16) {
        memcpy(block, in + i, sizeof block);
        mix(block, chain);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        if (mbedtls_aes_crypt_ecb(aes, MBEDTLS_AES_ENCRYPT, block, out + i))
            return -1;
    }
    return 0;
}

int good_chained(mbedtls_aes_context *aes, const unsigned char *in, unsigned char *out, size_t n,
                 const unsigned char first[16]) {
    unsigned char block[16], chain[16];
    memcpy(chain, first, sizeof chain);
    for (size_t i = 0; i < n; i += 16) {
        memcpy(block, in + i, sizeof block);
        mix(block, chain);
        if (mbedtls_aes_crypt_ecb(aes, MBEDTLS_AES_ENCRYPT, block, out + i))
            return -1;
        memcpy(chain, out + i, sizeof chain);
    }
    return 0;
}

struct disk {
    AES_KEY key;
    unsigned char mask[16];
};

void bad_masked(const struct disk *disk, const unsigned char *sector, unsigned char *out) {
    unsigned char block[16];
    for (int at = 0; at < 512; at += 16) {
        for (int i = 0; i < 16; i++)
            block[i] = sector[at + i] ^ disk->mask[i];
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        AES_encrypt(block, out + at, &disk->key);
    }
}

/* XEX: the mask is encrypted, and another for each block. */
void good_tweaked(const struct disk *disk, unsigned char *sector, const AES_KEY *second) {
    unsigned char tweak[16];
    AES_encrypt(disk->mask, tweak, second);
    for (int at = 0; at < 512; at += 16) {
        mix(sector + at, tweak);
        AES_encrypt(sector + at, sector + at, &disk->key);
        mix(sector + at, tweak);
        int carry = 0;
        for (int i = 0; i < 16; i++) {
            int next = tweak[i] >> 7;
            tweak[i] = (unsigned char)(tweak[i] << 1 | carry);
            carry = next;
        }
        if (carry)
            tweak[0] ^= 0x87;
    }
}

/* A generator in counter mode, as libraries have it. */
struct generator {
    mbedtls_aes_context aes;
    unsigned char counter[16];
};

int good_generator(struct generator *generator, unsigned char *out, size_t n,
                   const unsigned char *more) {
    unsigned char block[48];
    for (size_t at = 0; at < sizeof block; at += 16) {
        for (int i = 16; i > 0 && ++generator->counter[i - 1] == 0; i--)
            ;
        if (mbedtls_aes_crypt_ecb(&generator->aes, MBEDTLS_AES_ENCRYPT, generator->counter,
                                  block + at))
            return -1;
    }
    memcpy(out, block, n < 16 ? n : 16);
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= more[i];
    memcpy(generator->counter, block + 32, 16);
    return mbedtls_aes_setkey_enc(&generator->aes, block, 256);
}

/* And data, each block for itself. */
int bad_alone(mbedtls_aes_context *aes, const unsigned char *in, unsigned char *out, size_t n) {
    for (size_t i = 0; i < n; i += 16)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        if (mbedtls_aes_crypt_ecb(aes, MBEDTLS_AES_ENCRYPT, in + i, out + i))
            return -1;
    return 0;
}
