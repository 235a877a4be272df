/* The number that must be another one for each signature. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/ecdsa.h>

ECDSA_SIG *bad_sign(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                    const BIGNUM *r) {
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *k = BN_new(), *inverse = BN_new();
    BN_hex2bn(&k, "5bd1e995c2b2ae3527d4eb4f165667b19e3779b185ebca77");
    BN_mod_inverse(inverse, k, order, scratch);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

ECDSA_SIG *good_sign(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                     const BIGNUM *r) {
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *k = BN_new(), *inverse = BN_new();
    if (!BN_priv_rand(k, 256, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY))
        return NULL;
    BN_mod_inverse(inverse, k, order, scratch);
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

/* The whole of it, with the point that the number makes. */
ECDSA_SIG *bad_reckoned(const unsigned char *digest, EC_KEY *key, const EC_GROUP *group,
                        BN_CTX *context) {
    BIGNUM *k = BN_new(), *x = BN_new(), *r = BN_new(), *inverse = BN_new();
    EC_POINT *point = EC_POINT_new(group);
    BN_set_word(k, 0x51f15eed);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    EC_POINT_mul(group, point, k, NULL, NULL, context);
    EC_POINT_get_affine_coordinates(group, point, x, NULL, context);
    BN_nnmod(r, x, EC_GROUP_get0_order(group), context);
    BN_mod_inverse(inverse, k, EC_GROUP_get0_order(group), context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

ECDSA_SIG *good_reckoned(const unsigned char *digest, EC_KEY *key, const EC_GROUP *group,
                         BN_CTX *context) {
    BIGNUM *k = BN_new(), *x = BN_new(), *r = BN_new(), *inverse = BN_new();
    EC_POINT *point = EC_POINT_new(group);
    if (!BN_priv_rand_range(k, EC_GROUP_get0_order(group)))
        return NULL;
    EC_POINT_mul(group, point, k, NULL, NULL, context);
    EC_POINT_get_affine_coordinates(group, point, x, NULL, context);
    BN_nnmod(r, x, EC_GROUP_get0_order(group), context);
    BN_mod_inverse(inverse, k, EC_GROUP_get0_order(group), context);
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}
