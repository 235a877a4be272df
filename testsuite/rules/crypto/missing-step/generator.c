/* Generators, and what comes out of them before anything was put in. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <nettle/yarrow.h>
#include <string.h>

int bad_order(mbedtls_entropy_context *entropy, unsigned char key[32]) {
    mbedtls_ctr_drbg_context drbg;
    mbedtls_ctr_drbg_init(&drbg);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    if (mbedtls_ctr_drbg_random(&drbg, key, 32) != 0)
        return -1;
    return mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, entropy, NULL, 0);
}

int good_order(mbedtls_entropy_context *entropy, unsigned char key[32]) {
    mbedtls_ctr_drbg_context drbg;
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, entropy, NULL, 0) != 0)
        return -1;
    return mbedtls_ctr_drbg_random(&drbg, key, 32);
}

struct lottery {
    struct yarrow256_ctx generator;
    unsigned drawn;
};

void bad_lottery(uint8_t out[16]) {
    struct lottery lottery;
    memset(&lottery, 0, sizeof lottery);
    yarrow256_init(&lottery.generator, 0, NULL);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    yarrow256_random(&lottery.generator, 16, out);
}

void good_lottery(const uint8_t seed[32], uint8_t out[16]) {
    struct lottery lottery;
    memset(&lottery, 0, sizeof lottery);
    yarrow256_init(&lottery.generator, 0, NULL);
    yarrow256_seed(&lottery.generator, 32, seed);
    yarrow256_random(&lottery.generator, 16, out);
}

/* Whoever made it has seeded it. */
int good_given(mbedtls_ctr_drbg_context *drbg, unsigned char key[32]) {
    return mbedtls_ctr_drbg_random(drbg, key, 32);
}
