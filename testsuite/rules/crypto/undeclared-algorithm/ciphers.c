/* Ciphers and generators of a library: declared by family, by name, and not. */
#include <openssl/evp.h>
#include <openssl/rand.h>

int good_family(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce) {
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
}

int bad_cipher(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce) {
    // expected-warning-re@+1 {{{{.*}}CAMELLIA{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    return EVP_EncryptInit_ex(ctx, EVP_camellia_256_cbc(), NULL, key, nonce);
}

int good_generator(unsigned char *out) {
    return RAND_bytes(out, 32) == 1;
}
