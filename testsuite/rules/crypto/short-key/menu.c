/* Curves to choose from by the number that a protocol gives them; one that is made a default. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/rsa.h>

static int curve_of(int group) {
    switch (group) {
    case 19:
        return NID_X9_62_prime256v1;
    case 20:
        return NID_secp384r1;
    case 21:
        return NID_secp521r1;
    case 25:
        return NID_X9_62_prime192v1;
    default:
        return -1;
    }
}

int good_curve(EVP_PKEY_CTX *context, int group) {
    return EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, curve_of(group));
}

int bad_curve(EVP_PKEY_CTX *context, int small) {
    int curve = small ? NID_X9_62_prime192v1 : NID_X9_62_prime256v1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, curve);
}

enum kind { KIND_DSA, KIND_CURVE, KIND_RSA };

/* How many bits are right depends on the kind. */
static int usual_bits(enum kind kind) {
    switch (kind) {
    case KIND_DSA:
        return 2048;
    case KIND_CURVE:
        return 256;
    default:
        return 3072;
    }
}

int good_kind(enum kind kind, RSA *rsa, BIGNUM *exponent, EC_KEY *curve) {
    int bits = usual_bits(kind);
    if (kind == KIND_RSA)
        return RSA_generate_key_ex(rsa, bits, exponent, NULL);
    return bits == 256 && EC_KEY_generate_key(curve);
}

/* Numbers that no curve has. */
static int bits_for(int strength) {
    switch (strength) {
    case 0:
        return 512;
    case 1:
        return 2048;
    case 2:
        return 3072;
    default:
        return 4096;
    }
}

int bad_strength(int strength, RSA *rsa, BIGNUM *exponent) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return RSA_generate_key_ex(rsa, bits_for(strength), exponent, NULL);
}

/* Nor is there anything to choose from. */
int bad_always(RSA *rsa, BIGNUM *exponent) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return RSA_generate_key_ex(rsa, 256, exponent, NULL);
}
