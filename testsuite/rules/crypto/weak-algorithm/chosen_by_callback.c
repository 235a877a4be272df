/* The cipher comes out of a function pointer in a struct of operations. */
#include <openssl/evp.h>

struct sealer {
    const EVP_CIPHER *(*cipher)(void);
    int (*finish)(EVP_CIPHER_CTX *context, unsigned char *out, int *size);
};

static const struct sealer stream_sealer = {EVP_rc4, EVP_EncryptFinal};
static const struct sealer block_sealer = {EVP_aes_256_gcm, EVP_EncryptFinal};

int bad_seal(EVP_CIPHER_CTX *context, const unsigned char *key, unsigned char *out) {
    const struct sealer *sealer = &stream_sealer;
    int size = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    EVP_EncryptInit_ex(context, sealer->cipher(), NULL, key, NULL);
    return sealer->finish(context, out, &size) == 1 ? size : -1;
}

int good_seal(EVP_CIPHER_CTX *context, const unsigned char *key, unsigned char *out) {
    const struct sealer *sealer = &block_sealer;
    int size = 0;
    EVP_EncryptInit_ex(context, sealer->cipher(), NULL, key, NULL);
    return sealer->finish(context, out, &size) == 1 ? size : -1;
}
