/* Forty bits of a key that is long enough, and a size that is no size of a key. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/blowfish.h>
#include <openssl/evp.h>

int bad_export(EVP_CIPHER_CTX *context, const unsigned char key[16]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    if (EVP_CIPHER_CTX_set_key_length(context, 5) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, NULL, NULL, key, NULL);
}

int good_full(EVP_CIPHER_CTX *context, const unsigned char key[16]) {
    if (EVP_CIPHER_CTX_set_key_length(context, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, NULL, NULL, key, NULL);
}
