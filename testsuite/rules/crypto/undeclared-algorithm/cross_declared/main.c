#include "seal.h"

int seal(EVP_CIPHER_CTX *ctx, int is_small, const unsigned char *key, const unsigned char *nonce) {
    // report: nothing
    return EVP_EncryptInit_ex(ctx, seal_cipher(is_small), NULL, key, nonce);
}
