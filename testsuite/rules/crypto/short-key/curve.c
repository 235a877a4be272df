/* Curves have a size too. 192 bits of a curve are few, 255 of another are not. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>

EC_KEY *bad_curve(int is_small) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    EC_KEY *key = EC_KEY_new_by_curve_name(is_small ? NID_secp160r1 : NID_X9_62_prime256v1);
    if (key && !EC_KEY_generate_key(key))
        return NULL;
    return key;
}

EC_KEY *good_curve(int is_small) {
    EC_KEY *key = EC_KEY_new_by_curve_name(is_small ? NID_secp224r1 : NID_secp521r1);
    if (key && !EC_KEY_generate_key(key))
        return NULL;
    return key;
}

/* By its name. */
EVP_PKEY *bad_name(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "secp160r1");
}

EVP_PKEY *good_name(void) {
    return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
}

static int set_group(EVP_PKEY_CTX *maker, const char *name) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_PKEY_CTX_set_group_name(maker, name);
}

int bad_group(EVP_PKEY_CTX *maker) {
    return set_group(maker, "P-192");
}
