/* A signature over an MD5 digest. The finding stands where the algorithm takes effect. */
#include <openssl/evp.h>

int bad_sign(EVP_PKEY *key, const unsigned char *data, size_t size, unsigned char *signature,
             size_t *length) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int good = context && EVP_DigestSignInit(context, NULL, EVP_md5(), NULL, key) == 1;
    good = good && EVP_DigestSign(context, signature, length, data, size) == 1;
    EVP_MD_CTX_free(context);
    return good;
}

int good_sign(EVP_PKEY *key, const unsigned char *data, size_t size, unsigned char *signature,
              size_t *length) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = context && EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1;
    good = good && EVP_DigestSign(context, signature, length, data, size) == 1;
    EVP_MD_CTX_free(context);
    return good;
}
