#include "digest.h"

#include <string.h>

int manifest_sign(EVP_PKEY *key, const char *text, void *signature, size_t *length) {
    return digest_sign(key, "sha1", text, strlen(text), signature, length);
}

int main(void) {
    unsigned char signature[512];
    size_t length = sizeof signature;
    return !manifest_sign(EVP_PKEY_new(), "version 1", signature, &length);
}
