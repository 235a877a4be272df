/* Who does not say how RSA pads gets PKCS #1 v1.5 of two libraries. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/pk.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stddef.h>

int bad_parcel(const unsigned char *pem, size_t size, const unsigned char *key, unsigned char *out,
               mbedtls_ctr_drbg_context *random) {
    mbedtls_pk_context receiver;
    size_t n = 0;
    mbedtls_pk_init(&receiver);
    int failed = mbedtls_pk_parse_public_key(&receiver, pem, size);
    if (!failed)
        // expected-warning-re@+2 {{{{.*}}[vitrine: crypto/missing-step]}}
        failed =
            mbedtls_pk_encrypt(&receiver, key, 32, out, &n, 512, mbedtls_ctr_drbg_random, random);
    mbedtls_pk_free(&receiver);
    return failed;
}

struct safe {
    mbedtls_rsa_context rsa;
    mbedtls_ctr_drbg_context *random;
};

static int seal(struct safe *safe, const unsigned char *in, unsigned char *out) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return mbedtls_rsa_pkcs1_encrypt(&safe->rsa, mbedtls_ctr_drbg_random, safe->random,
                                     MBEDTLS_RSA_PUBLIC, 32, in, out);
}

int bad_safe(struct safe *safe, const unsigned char *in, unsigned char *out) {
    mbedtls_rsa_init(&safe->rsa, MBEDTLS_RSA_PKCS_V15, 0);
    return seal(safe, in, out);
}

int bad_envelope(EVP_PKEY *receiver, const unsigned char *in, unsigned char *out, size_t *n) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(receiver, NULL);
    int ok = context && EVP_PKEY_encrypt_init(context) > 0 &&
             // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
             EVP_PKEY_encrypt(context, out, n, in, 32) > 0;
    EVP_PKEY_CTX_free(context);
    return ok;
}

/* ---- Others ------------------------------------------------------------------------------ */

int good_parcel(const unsigned char *pem, size_t size, const unsigned char *key, unsigned char *out,
                mbedtls_ctr_drbg_context *random) {
    mbedtls_pk_context receiver;
    size_t n = 0;
    mbedtls_pk_init(&receiver);
    int failed = mbedtls_pk_parse_public_key(&receiver, pem, size);
    if (!failed) {
        mbedtls_rsa_set_padding(mbedtls_pk_rsa(receiver), MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA256);
        failed =
            mbedtls_pk_encrypt(&receiver, key, 32, out, &n, 512, mbedtls_ctr_drbg_random, random);
    }
    mbedtls_pk_free(&receiver);
    return failed;
}

static int seal_well(struct safe *safe, const unsigned char *in, unsigned char *out) {
    return mbedtls_rsa_pkcs1_encrypt(&safe->rsa, mbedtls_ctr_drbg_random, safe->random,
                                     MBEDTLS_RSA_PUBLIC, 32, in, out);
}

int good_safe(struct safe *safe, const unsigned char *in, unsigned char *out) {
    mbedtls_rsa_init(&safe->rsa, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA256);
    return seal_well(safe, in, out);
}

int good_envelope(EVP_PKEY *receiver, const unsigned char *in, unsigned char *out, size_t *n) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(receiver, NULL);
    int ok = context && EVP_PKEY_encrypt_init(context) > 0 &&
             EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 &&
             EVP_PKEY_encrypt(context, out, n, in, 32) > 0;
    EVP_PKEY_CTX_free(context);
    return ok;
}

int good_words(EVP_PKEY *receiver, const unsigned char *in, unsigned char *out, size_t *n) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(receiver, NULL);
    int ok = context && EVP_PKEY_encrypt_init(context) > 0 &&
             EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", "oaep") > 0 &&
             EVP_PKEY_encrypt(context, out, n, in, 32) > 0;
    EVP_PKEY_CTX_free(context);
    return ok;
}
