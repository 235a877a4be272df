/* One wrapper for all algorithms: each caller must be judged by what it asks for. */
// report: nothing
#include "digest.h"

#include <stdio.h>

int digest_text(const char *name, const void *data, size_t size, char *text) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (EVP_Digest(data, size, digest, &length, EVP_get_digestbyname(name), NULL) != 1)
        return -1;
    for (unsigned i = 0; i < length; i++)
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    return 0;
}

int digest_verify(const char *name, EVP_PKEY *key, const void *data, size_t size,
                  const void *signature, size_t length) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = EVP_DigestVerifyInit(context, NULL, EVP_get_digestbyname(name), NULL, key) == 1 &&
               EVP_DigestVerify(context, signature, length, data, size) == 1;
    EVP_MD_CTX_free(context);
    return good;
}
