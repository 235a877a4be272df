#ifndef DIGEST_H
#define DIGEST_H

#include <openssl/evp.h>
#include <stddef.h>

const EVP_MD *digest_named(const char *name);
int digest_sign(EVP_PKEY *key, const char *name, const void *data, size_t size, void *signature,
                size_t *length);
int manifest_sign(EVP_PKEY *key, const char *text, void *signature, size_t *length);

#endif
