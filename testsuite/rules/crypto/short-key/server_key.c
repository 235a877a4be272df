/* Sizes of RSA keys and their public exponents. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/rsa.h>

RSA *bad_short(void) {
    RSA *key = RSA_new();
    BIGNUM *e = BN_new();
    BN_set_word(e, RSA_F4);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    if (!RSA_generate_key_ex(key, 1024, e, NULL))
        return NULL;
    return key;
}

RSA *bad_exponent(void) {
    RSA *key = RSA_new();
    BIGNUM *e = BN_new();
    BN_set_word(e, 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    if (!RSA_generate_key_ex(key, 3072, e, NULL))
        return NULL;
    return key;
}

RSA *good_key(void) {
    RSA *key = RSA_new();
    BIGNUM *e = BN_new();
    BN_set_word(e, RSA_F4);
    if (!RSA_generate_key_ex(key, 3072, e, NULL))
        return NULL;
    return key;
}

int bad_exponent_text(EVP_PKEY_CTX *context) {
    BIGNUM *e = NULL;
    BN_dec2bn(&e, "3");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, e);
}

int good_exponent_text(EVP_PKEY_CTX *context) {
    BIGNUM *e = NULL;
    BN_dec2bn(&e, "65537");
    return EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, e);
}
