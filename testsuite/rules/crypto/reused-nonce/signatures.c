/* The secret number of ECDSA is for one signature. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <stdio.h>

int bad_all(EC_KEY *key, FILE *in, ECDSA_SIG **out) {
    BIGNUM *k = NULL, *r = NULL;
    unsigned char digest[32];
    if (ECDSA_sign_setup(key, NULL, &k, &r) != 1)
        return -1;
    for (int i = 0; fread(digest, 1, sizeof digest, in) == sizeof digest; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
        out[i] = ECDSA_do_sign_ex(digest, sizeof digest, k, r, key);
    return 0;
}

int good_all(EC_KEY *key, FILE *in, ECDSA_SIG **out) {
    BIGNUM *k = NULL, *r = NULL;
    unsigned char digest[32];
    for (int i = 0; fread(digest, 1, sizeof digest, in) == sizeof digest; i++) {
        if (ECDSA_sign_setup(key, NULL, &k, &r) != 1)
            return -1;
        out[i] = ECDSA_do_sign_ex(digest, sizeof digest, k, r, key);
        BN_clear_free(k);
        BN_free(r);
    }
    return 0;
}

int bad_two(EC_KEY *key, const unsigned char *a, const unsigned char *b, ECDSA_SIG **out) {
    BIGNUM *k = NULL, *r = NULL;
    if (ECDSA_sign_setup(key, NULL, &k, &r) != 1)
        return -1;
    out[0] = ECDSA_do_sign_ex(a, 32, k, r, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    out[1] = ECDSA_do_sign_ex(b, 32, k, r, key);
    return 0;
}

int good_two(EC_KEY *key, const unsigned char *a, const unsigned char *b, ECDSA_SIG **out) {
    BIGNUM *k = NULL, *r = NULL, *other = NULL, *point = NULL;
    if (ECDSA_sign_setup(key, NULL, &k, &r) != 1 ||
        ECDSA_sign_setup(key, NULL, &other, &point) != 1)
        return -1;
    out[0] = ECDSA_do_sign_ex(a, 32, k, r, key);
    out[1] = ECDSA_do_sign_ex(b, 32, other, point, key);
    return 0;
}
