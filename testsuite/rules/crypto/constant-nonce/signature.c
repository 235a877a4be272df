/* The number that must be another one for each signature. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <stdint.h>
#include <string.h>

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

/* A count that is hashed looks like nothing that one could guess. */
static unsigned long serial;

ECDSA_SIG *bad_counted(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                       const BIGNUM *r) {
    unsigned char bytes[32];
    BIGNUM *inverse = BN_new();
    serial++;
    EVP_Digest(&serial, sizeof serial, bytes, NULL, EVP_sha256(), NULL);
    BN_mod_inverse(inverse, BN_bin2bn(bytes, sizeof bytes, NULL), order, BN_CTX_new());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

/* With what is signed and a secret in it the same digest is as RFC 6979 has it. */
ECDSA_SIG *good_counted(const unsigned char *digest, EC_KEY *key, const BIGNUM *order,
                        const BIGNUM *r, const unsigned char *secret) {
    unsigned char block[sizeof serial + 64], bytes[32];
    BIGNUM *inverse = BN_new();
    serial++;
    memcpy(block, &serial, sizeof serial);
    memcpy(block + sizeof serial, digest, 32);
    memcpy(block + sizeof serial + 32, secret, 32);
    EVP_Digest(block, sizeof block, bytes, NULL, EVP_sha256(), NULL);
    BN_mod_inverse(inverse, BN_bin2bn(bytes, sizeof bytes, NULL), order, BN_CTX_new());
    return ECDSA_do_sign_ex(digest, 32, inverse, r, key);
}

/* The count of an object of the program. */
struct signer {
    EC_KEY *key;
    uint32_t made;
};

static struct signer signer;

ECDSA_SIG *bad_made(const unsigned char *digest, const BIGNUM *order, const BIGNUM *r) {
    BIGNUM *k = BN_new(), *inverse = BN_new();
    signer.made = signer.made * 3 + 7;
    BN_set_word(k, signer.made);
    BN_mod_inverse(inverse, k, order, BN_CTX_new());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return ECDSA_do_sign_ex(digest, 32, inverse, r, signer.key);
}
