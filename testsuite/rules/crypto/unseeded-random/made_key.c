/* A key that a library makes, of bytes from a function of the program's own. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/ecp.h>
#include <mbedtls/rsa.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static int guessed(void *state, unsigned char *out, size_t size) {
    (void)state;
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)rand();
    return 0;
}

static int fixed(void *state, unsigned char *out, size_t size) {
    (void)state;
    memset(out, 0x4b, size);
    return 0;
}

static int drawn(void *state, unsigned char *out, size_t size) {
    (void)state;
    return getrandom(out, size, 0) == (ssize_t)size ? 0 : -1;
}

int bad_guessed(mbedtls_rsa_context *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return mbedtls_rsa_gen_key(key, guessed, NULL, 3072, 65537);
}

int bad_fixed(mbedtls_ecp_keypair *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1, key, fixed, NULL);
}

int good_drawn(mbedtls_rsa_context *key) {
    return mbedtls_rsa_gen_key(key, drawn, NULL, 3072, 65537);
}

int good_library(mbedtls_ecp_keypair *key, mbedtls_ctr_drbg_context *generator) {
    return mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1, key, mbedtls_ctr_drbg_random, generator);
}
