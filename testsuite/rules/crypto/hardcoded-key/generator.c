/* Keys that begin a generator, and keys that data are encrypted with. */
#include <mbedtls/aes.h>
#include <string.h>

struct generator {
    mbedtls_aes_context aes;
    unsigned char counter[16];
};

static int refresh(struct generator *generator, const unsigned char seed[48]) {
    unsigned char block[48];
    for (size_t at = 0; at < sizeof block; at += 16) {
        for (int i = 16; i > 0 && ++generator->counter[i - 1] == 0; i--)
            ;
        if (mbedtls_aes_crypt_ecb(&generator->aes, MBEDTLS_AES_ENCRYPT, generator->counter,
                                  block + at))
            return -1;
    }
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= seed[i];
    memcpy(generator->counter, block + 32, 16);
    return mbedtls_aes_setkey_enc(&generator->aes, block, 256);
}

/* SP 800-90A: the first key is zero. */
int good_begins(struct generator *generator, const unsigned char seed[48]) {
    unsigned char key[32];
    memset(key, 0, sizeof key);
    memset(generator->counter, 0, sizeof generator->counter);
    if (mbedtls_aes_setkey_enc(&generator->aes, key, 256))
        return -1;
    return refresh(generator, seed);
}

/* And what condenses a seed is counted. */
int good_condensed(const unsigned char *data, size_t n, unsigned char out[48]) {
    mbedtls_aes_context aes;
    unsigned char key[32], chain[16] = {0}, made[48];
    for (int i = 0; i < 32; i++)
        key[i] = (unsigned char)i;
    if (mbedtls_aes_setkey_enc(&aes, key, 256))
        return -1;
    for (size_t at = 0; at + 16 <= n; at += 16) {
        for (int i = 0; i < 16; i++)
            chain[i] ^= data[at + i];
        if (mbedtls_aes_crypt_ecb(&aes, MBEDTLS_AES_ENCRYPT, chain, chain))
            return -1;
        memcpy(made + at % 48, chain, 16);
    }
    if (mbedtls_aes_setkey_enc(&aes, made, 256))
        return -1;
    for (int at = 0; at < 48; at += 16)
        if (mbedtls_aes_crypt_ecb(&aes, MBEDTLS_AES_ENCRYPT, made + 32, out + at))
            return -1;
    return 0;
}

int bad_counted(unsigned char *data, size_t n, unsigned char iv[16]) {
    mbedtls_aes_context aes;
    unsigned char key[32];
    for (int i = 0; i < 32; i++)
        key[i] = (unsigned char)i;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    if (mbedtls_aes_setkey_enc(&aes, key, 256))
        return -1;
    return mbedtls_aes_crypt_cbc(&aes, MBEDTLS_AES_ENCRYPT, n, iv, data, data);
}
