/* Hands on what the library says: 1, 0, or a negative number. */
#include "image.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdio.h>

static EVP_PKEY *load(const char *key_file) {
    FILE *file = fopen(key_file, "r");
    EVP_PKEY *key = file ? PEM_read_PUBKEY(file, NULL, NULL, NULL) : NULL;
    if (file)
        fclose(file);
    return key;
}

int image_verify(const struct image *image, const char *key_file) {
    EVP_PKEY *key = load(key_file);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!key || !context || EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) != 1)
        return 0;
    EVP_DigestVerifyUpdate(context, image->data, image->size);
    // report@+1: crypto/verify-misread
    return EVP_DigestVerifyFinal(context, image->signature, sizeof image->signature);
}
