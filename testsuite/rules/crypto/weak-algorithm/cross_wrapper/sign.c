/* The name of the digest is the caller's choice. */
#include "digest.h"

int digest_sign(EVP_PKEY *key, const char *name, const void *data, size_t size, void *signature,
                size_t *length) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const EVP_MD *digest = digest_named(name);
    // report@+1: crypto/weak-algorithm
    int good = EVP_DigestSignInit(context, NULL, digest, NULL, key) == 1;
    good = good && EVP_DigestSign(context, signature, length, data, size) == 1;
    EVP_MD_CTX_free(context);
    return good;
}
