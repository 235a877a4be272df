/* A code made by the calls that sign, with a key of HMAC, and a signature. */
#include <openssl/evp.h>

int good_code(EVP_MD_CTX *context, const unsigned char *key, int nkey) {
    EVP_PKEY *made = EVP_PKEY_new_mac_key(EVP_PKEY_HMAC, NULL, key, nkey);
    int ok = made && EVP_DigestSignInit(context, NULL, EVP_sha1(), NULL, made) == 1;
    EVP_PKEY_free(made);
    return ok;
}

int good_raw(EVP_MD_CTX *context, const unsigned char *key, size_t nkey) {
    EVP_PKEY *made = EVP_PKEY_new_raw_private_key(EVP_PKEY_HMAC, NULL, key, nkey);
    int ok = made && EVP_DigestSignInit(context, NULL, EVP_sha1(), NULL, made) == 1;
    EVP_PKEY_free(made);
    return ok;
}

int bad_code(EVP_MD_CTX *context, const unsigned char *key, int nkey) {
    EVP_PKEY *made = EVP_PKEY_new_mac_key(EVP_PKEY_HMAC, NULL, key, nkey);
    // expected-warning-re@+1 {{MD5 is used for a message {{.*}}[vitrine: crypto/weak-algorithm]}}
    int ok = made && EVP_DigestSignInit(context, NULL, EVP_md5(), NULL, made) == 1;
    EVP_PKEY_free(made);
    return ok;
}

int bad_signature(EVP_MD_CTX *context, EVP_PKEY *key) {
    // expected-warning-re@+1 {{SHA1 is used for a signature{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_DigestSignInit(context, NULL, EVP_sha1(), NULL, key) == 1;
}

/* One of several kinds of keys is that of a code; this is a signature all the same. */
int bad_either(EVP_MD_CTX *context, EVP_PKEY *own, const unsigned char *key, int nkey) {
    EVP_PKEY *used = key ? EVP_PKEY_new_mac_key(EVP_PKEY_HMAC, NULL, key, nkey) : own;
    // expected-warning-re@+1 {{MD5 is used for a signature{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_DigestSignInit(context, NULL, EVP_md5(), NULL, used) == 1;
}
