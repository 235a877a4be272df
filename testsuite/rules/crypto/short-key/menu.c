/* Curves to choose from by the number that a protocol gives them; one that is made a default. */
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>

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
