#ifndef SEAL_H
#define SEAL_H

#include <openssl/evp.h>

const EVP_CIPHER *seal_cipher(int is_small);

#endif
