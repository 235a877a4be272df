/* What the generator is seeded from is a function of the program. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <string.h>
#include <sys/random.h>

static int always_same(void *context, unsigned char *out, size_t size) {
    (void)context;
    memset(out, 0x2a, size);
    return 0;
}

int bad_constant(mbedtls_ctr_drbg_context *generator) {
    mbedtls_ctr_drbg_init(generator);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return mbedtls_ctr_drbg_seed(generator, always_same, NULL, NULL, 0);
}

int good_library(mbedtls_ctr_drbg_context *generator, mbedtls_entropy_context *pool) {
    mbedtls_ctr_drbg_init(generator);
    return mbedtls_ctr_drbg_seed(generator, mbedtls_entropy_func, pool,
                                 (const unsigned char *)"device", 6);
}

static int of_the_system(void *context, unsigned char *out, size_t size) {
    (void)context;
    return getrandom(out, size, 0) == (ssize_t)size ? 0 : -1;
}

int good_system(mbedtls_ctr_drbg_context *generator) {
    mbedtls_ctr_drbg_init(generator);
    return mbedtls_ctr_drbg_seed(generator, of_the_system, NULL, NULL, 0);
}

static int counts(void *context, unsigned char *out, size_t size) {
    (void)context;
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)(0x11 + 7 * i);
    return 0;
}

int bad_pattern(mbedtls_ctr_drbg_context *generator) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return mbedtls_ctr_drbg_seed(generator, counts, NULL, NULL, 0);
}

/* Nothing is there to be asked, and that is said. */
static int none(void *context, unsigned char *out, size_t size) {
    (void)context, (void)out, (void)size;
    return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
}

int good_refused(mbedtls_ctr_drbg_context *generator) {
    return mbedtls_ctr_drbg_seed(generator, none, NULL, NULL, 0);
}
