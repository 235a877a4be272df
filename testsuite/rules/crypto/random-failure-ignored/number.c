/* The secret number of a signature; and one that loops until it has all bytes. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/rand.h>

ECDSA_SIG *bad_sign(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                    const BIGNUM *r) {
    unsigned char bytes[32];
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *k = BN_new(), *inverse = BN_new();
    (void)RAND_priv_bytes(bytes, sizeof bytes);
    BN_bin2bn(bytes, sizeof bytes, k);
    BN_mod_inverse(inverse, k, order, scratch);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

ECDSA_SIG *good_sign(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                     const BIGNUM *r) {
    unsigned char bytes[32];
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *k = BN_new(), *inverse = BN_new();
    while (RAND_priv_bytes(bytes, sizeof bytes) != 1)
        continue;
    BN_bin2bn(bytes, sizeof bytes, k);
    BN_mod_inverse(inverse, k, order, scratch);
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}
