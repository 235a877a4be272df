/* Ciphers that work before they have a key, or a vector. */
#include <gcrypt.h>
#include <openssl/evp.h>

int bad_key(const unsigned char *iv, const unsigned char *in, int n, unsigned char *out) {
    int size = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, NULL, iv))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_EncryptUpdate(context, out, &size, in, n);
    EVP_CIPHER_CTX_free(context);
    return size;
}

/* In two steps, as the manual shows it. */
int good_key(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
             unsigned char *out) {
    int size = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, NULL, NULL) ||
        !EVP_EncryptInit_ex(context, NULL, NULL, key, iv))
        return 0;
    EVP_EncryptUpdate(context, out, &size, in, n);
    EVP_CIPHER_CTX_free(context);
    return size;
}

struct channel {
    gcry_cipher_hd_t cipher;
    unsigned char key[16];
};

int bad_open(struct channel *channel) {
    return gcry_cipher_open(&channel->cipher, GCRY_CIPHER_AES128, GCRY_CIPHER_MODE_CBC, 0) ||
           gcry_cipher_setkey(channel->cipher, channel->key, sizeof channel->key);
}

int bad_vector(unsigned char *data, size_t n) {
    struct channel channel = {0};
    gcry_randomize(channel.key, sizeof channel.key, GCRY_STRONG_RANDOM);
    if (bad_open(&channel))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return (int)gcry_cipher_encrypt(channel.cipher, data, n, NULL, 0);
}

int good_vector(unsigned char *data, size_t n, unsigned char iv[16]) {
    struct channel channel = {0};
    gcry_randomize(channel.key, sizeof channel.key, GCRY_STRONG_RANDOM);
    gcry_create_nonce(iv, 16);
    if (gcry_cipher_open(&channel.cipher, GCRY_CIPHER_AES128, GCRY_CIPHER_MODE_CBC, 0) ||
        gcry_cipher_setkey(channel.cipher, channel.key, sizeof channel.key) ||
        gcry_cipher_setiv(channel.cipher, iv, 16))
        return -1;
    return (int)gcry_cipher_encrypt(channel.cipher, data, n, NULL, 0);
}

/* Wrapping a key takes no vector. */
int good_wrap(const unsigned char *key, const void *in, size_t n, void *out, size_t nout) {
    gcry_cipher_hd_t cipher;
    if (gcry_cipher_open(&cipher, GCRY_CIPHER_AES128, GCRY_CIPHER_MODE_AESWRAP, 0) ||
        gcry_cipher_setkey(cipher, key, 16))
        return -1;
    int error = (int)gcry_cipher_encrypt(cipher, out, nout, in, n);
    gcry_cipher_close(cipher);
    return error;
}
