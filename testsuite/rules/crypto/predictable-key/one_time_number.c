/* The number that ECDSA needs afresh for each signature gives the private key away if it can be
 * guessed. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <time.h>

ECDSA_SIG *bad_sign(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                    const BIGNUM *r) {
    struct timespec now;
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *k = BN_new(), *inverse = BN_new();
    clock_gettime(CLOCK_MONOTONIC, &now);
    BN_bin2bn((const unsigned char *)&now, sizeof now, k);
    BN_mod_inverse(inverse, k, order, scratch);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

ECDSA_SIG *good_sign(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                     const BIGNUM *r) {
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *k = BN_new(), *inverse = BN_new();
    if (!BN_rand_range(k, order))
        return NULL;
    BN_mod_inverse(inverse, k, order, scratch);
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}
