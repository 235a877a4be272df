/* 0 says that a signature does not fit: for data that come from outside that is no success. */
#include <openssl/evp.h>
#include <unistd.h>

static int result_of(EVP_PKEY *key, const unsigned char *data, size_t size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int result = -1;
    if (EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 && size > 256)
        // report@+1: crypto/verify-misread
        result = EVP_DigestVerify(context, data, 256, data + 256, size - 256);
    EVP_MD_CTX_free(context);
    return result;
}

static int result_of_other(EVP_PKEY *key, const unsigned char *data, size_t size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int result = -1;
    if (EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 && size > 256)
        result = EVP_DigestVerify(context, data, 256, data + 256, size - 256);
    EVP_MD_CTX_free(context);
    return result;
}

int bad_take(EVP_PKEY *key, int in) {
    unsigned char data[4096];
    ssize_t size = read(in, data, sizeof data);
    if (size > 0 && result_of(key, data, (size_t)size) == 0)
        return 0;
    return -1;
}

int good_take(EVP_PKEY *key, int in) {
    unsigned char data[4096];
    ssize_t size = read(in, data, sizeof data);
    if (size > 0 && result_of_other(key, data, (size_t)size) == 1)
        return 0;
    return -1;
}
