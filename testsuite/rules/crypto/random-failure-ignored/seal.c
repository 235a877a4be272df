/* A generator may fail; then the buffer holds what it held before. */
#include <openssl/evp.h>
#include <openssl/rand.h>

int bad_seal(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[32] = {0};
    RAND_bytes(key, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce);
}

int good_seal(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[32] = {0};
    if (RAND_bytes(key, sizeof key) <= 0)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce);
}

/* What only spreads requests over servers need not be asked for. */
unsigned good_spread(unsigned count) {
    unsigned char byte = 0;
    RAND_bytes(&byte, 1);
    return byte % count;
}
