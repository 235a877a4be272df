/* Nonces that are bytes of the key. */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <string.h>

struct link {
    unsigned char key[32], vector[16];
};

int bad_same(EVP_CIPHER_CTX *context, const unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, key);
}

int bad_copied(unsigned char *out, const unsigned char *in, size_t size,
               const unsigned char key[32]) {
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    memcpy(nonce, key, sizeof nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return crypto_secretbox_easy(out, in, size, nonce, key);
}

int bad_one_by_one(EVP_CIPHER_CTX *context, const struct link *link) {
    unsigned char vector[16];
    for (int i = 0; i < 16; i++)
        vector[i] = link->key[i];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, link->key, vector);
}

int good_field(EVP_CIPHER_CTX *context, const struct link *link) {
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, link->key, link->vector);
}

/* What one derivation gave, cut in two. */
int good_behind(EVP_CIPHER_CTX *context, const unsigned char *derived) {
    unsigned char key[16], vector[16];
    memcpy(key, derived, sizeof key);
    memcpy(vector, derived + sizeof key, sizeof vector);
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, vector);
}

int good_end(EVP_CIPHER_CTX *context, const unsigned char *derived) {
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, derived, derived + 16);
}

int good_mixed(EVP_CIPHER_CTX *context, const struct link *link, unsigned count) {
    unsigned char vector[16];
    memcpy(vector, link->key, sizeof vector);
    memcpy(vector + 4, &count, sizeof count);
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, link->key, vector);
}

struct keys {
    gnutls_datum_t secret, begin;
};

/* Two of several pointers: which, is not known. */
int good_pointers(gnutls_cipher_hd_t *cipher, struct keys *keys, unsigned n) {
    return gnutls_cipher_init(cipher, GNUTLS_CIPHER_AES_256_CBC, &keys[n].secret, &keys[n].begin);
}
