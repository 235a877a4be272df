/* A declaration that does not speak of cryptography. */
// expected-no-diagnostics
#include <openssl/evp.h>

int good_undeclared(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce) {
    return EVP_EncryptInit_ex(ctx, EVP_camellia_256_cbc(), NULL, key, nonce);
}
