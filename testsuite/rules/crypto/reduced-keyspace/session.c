/* A session key is drawn in full, and then some of it is taken away again. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

#define EXPORTED 5

int bad_cleared(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[16];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    memset(key + EXPORTED, 0, sizeof key - EXPORTED);
    // expected-warning-re@+1 {{At most 40 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

int bad_cleared_one_by_one(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[16];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    for (size_t i = EXPORTED; i < sizeof key; i++)
        key[i] = 0;
    // expected-warning-re@+1 {{At most 40 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

int good_cleared_before(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[16];
    memset(key, 0, sizeof key);
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    int done = EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
    memset(key + EXPORTED, 0, sizeof key - EXPORTED);
    return done;
}

int bad_masked(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[16];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    for (size_t i = 0; i < sizeof key; i++)
        key[i] &= 0x0f;
    // expected-warning-re@+1 {{At most 64 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

/* What goes on the wire is masked, and the key is not. */
int good_masked_copy(EVP_CIPHER_CTX *context, const unsigned char *nonce, unsigned char id[16]) {
    unsigned char key[16];
    if (RAND_bytes(key, sizeof key) != 1 || RAND_bytes(id, 16) != 1)
        return -1;
    for (size_t i = 0; i < 16; i++)
        id[i] &= 0x0f;
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

/* Of three families one has a key of 40 bits for abroad. */
int bad_abroad(EVP_CIPHER_CTX *context, const unsigned char *nonce, int abroad) {
    unsigned char key[16];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    if (abroad)
        for (size_t i = 0; i < sizeof key; i++)
            key[i] = key[i] % 6;
    // expected-warning-re@+1 {{At most 48 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

/* Odd parity in the lowest bit, as for DES: one bit of eight. */
int good_parity(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[24];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = (unsigned char)((key[i] & 0xfe) | 1);
    return EVP_EncryptInit_ex(context, EVP_aes_192_gcm(), NULL, key, nonce);
}
