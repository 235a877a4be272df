#ifndef DIGEST_H
#define DIGEST_H

#include <openssl/evp.h>
#include <stddef.h>

/* Hex digest of DATA by algorithm NAME into TEXT (129 bytes). */
int digest_text(const char *name, const void *data, size_t size, char *text);
int digest_verify(const char *name, EVP_PKEY *key, const void *data, size_t size,
                  const void *signature, size_t length);

#endif
