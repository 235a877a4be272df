/* The initialisation vector of a cipher: nothing but zeros, or drawn for each message. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

static const unsigned char start[16];

int bad_static(EVP_CIPHER_CTX *context, const unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, start);
}

int bad_local(EVP_CIPHER_CTX *context, const unsigned char *key) {
    unsigned char iv[16] = {0};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cfb8(), NULL, key, iv);
}

int good_drawn(EVP_CIPHER_CTX *context, const unsigned char *key, unsigned char iv[16]) {
    if (RAND_bytes(iv, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}

/* A key that lives for one message may meet any vector. */
int good_fresh_key(EVP_CIPHER_CTX *context, unsigned char key[16]) {
    unsigned char iv[16] = {0};
    if (RAND_bytes(key, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}

/* No vector is asked for. */
int good_none(EVP_CIPHER_CTX *context, const unsigned char *key) {
    return EVP_EncryptInit_ex(context, EVP_aes_128_wrap(), NULL, key, NULL);
}

/* What others do to it before is not known. */
void step(unsigned char *counter, size_t size);

int good_stepped(EVP_CIPHER_CTX *context, const unsigned char *key) {
    unsigned char iv[16] = {0};
    step(iv, sizeof iv);
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}

int bad_fresh_key(EVP_CIPHER_CTX *context, unsigned char key[16]) {
    unsigned char iv[16] = "first block here";
    if (RAND_bytes(key, 16) != 1)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, iv);
}
