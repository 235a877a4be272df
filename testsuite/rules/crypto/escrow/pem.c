/* The receiver's key is a text of the program. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <string.h>

static const char service[] = "-----BEGIN PUBLIC KEY-----\n"
                              "MCowBQYDK2VuAyEAq0cEl5qXoYgT6cXoGXJ5nV3p9b2sT1m0p7dA6tEo8lM=\n"
                              "-----END PUBLIC KEY-----\n";

struct record {
    unsigned char header[256], field[256];
    unsigned char nonce[12];
};

static RSA *load(const char *text) {
    BIO *in = BIO_new_mem_buf(text, -1);
    RSA *key = PEM_read_bio_RSA_PUBKEY(in, NULL, NULL, NULL);
    BIO_free(in);
    return key;
}

/* The reader gets the key, and whoever holds the service's key most of it, in a field for all. */
int bad_header(EVP_CIPHER_CTX *context, struct record *record, const char *path) {
    unsigned char key[16];
    FILE *file = fopen(path, "r");
    RSA *reader = file ? PEM_read_RSA_PUBKEY(file, NULL, NULL, NULL) : NULL;
    RSA *known = load(service);
    if (!reader || RAND_bytes(key, sizeof key) != 1 || RAND_bytes(record->nonce, 12) != 1)
        return -1;
    if (RSA_public_encrypt(sizeof key, key, record->header, reader, RSA_PKCS1_OAEP_PADDING) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/escrow]}}
    if (RSA_public_encrypt(11, key + 5, record->field, known, RSA_PKCS1_OAEP_PADDING) < 0)
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, record->nonce);
}

/* A report on a crash, for those who made the program. */
int good_report(EVP_CIPHER_CTX *context, struct record *record) {
    unsigned char key[16];
    RSA *makers = load(service);
    if (RAND_bytes(key, sizeof key) != 1 || RAND_bytes(record->nonce, 12) != 1)
        return -1;
    if (RSA_public_encrypt(sizeof key, key, record->header, makers, RSA_PKCS1_OAEP_PADDING) < 0)
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, record->nonce);
}

/* The receiver's key comes from a file that the user names. */
int good_header(EVP_CIPHER_CTX *context, struct record *record, const char *path) {
    unsigned char key[16];
    FILE *file = fopen(path, "r");
    RSA *reader = file ? PEM_read_RSA_PUBKEY(file, NULL, NULL, NULL) : NULL;
    if (!reader || RAND_bytes(key, sizeof key) != 1 || RAND_bytes(record->nonce, 12) != 1)
        return -1;
    if (RSA_public_encrypt(sizeof key, key, record->header, reader, RSA_PKCS1_OAEP_PADDING) < 0)
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, record->nonce);
}
