/* Ciphers that are fetched by their names have tags as well. */
#include <openssl/evp.h>
#include <stddef.h>

struct parcel {
    unsigned char iv[12], tag[16];
    int size;
    unsigned char body[512];
};

int bad_parcel(const struct parcel *parcel, const unsigned char *key, unsigned char *out) {
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_CIPHER *cipher = EVP_CIPHER_fetch(NULL, "ChaCha20-Poly1305", NULL);
    int size = -1;
    if (EVP_DecryptInit_ex(context, cipher, NULL, key, parcel->iv) &&
        !EVP_DecryptUpdate(context, out, &size, parcel->body, parcel->size))
        size = -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_CIPHER_CTX_free(context);
    EVP_CIPHER_free(cipher);
    return size;
}

static EVP_CIPHER *fetch(void) {
    return EVP_CIPHER_fetch(NULL, "aes-256-gcm", "provider=default");
}

int bad_end(const struct parcel *parcel, const unsigned char *key, unsigned char *out) {
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int size = 0, rest = 0;
    if (EVP_DecryptInit_ex2(context, fetch(), key, parcel->iv, NULL) &&
        EVP_DecryptUpdate(context, out, &size, parcel->body, parcel->size))
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
        EVP_DecryptFinal_ex(context, out + size, &rest);
    EVP_CIPHER_CTX_free(context);
    return size;
}

int bad_seal(struct parcel *parcel, const unsigned char *key, const unsigned char *in, int n) {
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_CIPHER *cipher = EVP_CIPHER_fetch(NULL, "AES-128-CCM", NULL);
    int size = 0, rest = 0;
    if (EVP_EncryptInit_ex(context, cipher, NULL, key, parcel->iv) &&
        EVP_EncryptUpdate(context, parcel->body, &size, in, n))
        EVP_EncryptFinal_ex(context, parcel->body + size, &rest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_CIPHER_CTX_free(context);
    return size + rest;
}

/* ---- Others ------------------------------------------------------------------------------ */

int good_parcel(struct parcel *parcel, const unsigned char *key, unsigned char *out) {
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_CIPHER *cipher = EVP_CIPHER_fetch(NULL, "ChaCha20-Poly1305", NULL);
    int size = -1, rest = 0;
    if (!EVP_DecryptInit_ex(context, cipher, NULL, key, parcel->iv) ||
        !EVP_DecryptUpdate(context, out, &size, parcel->body, parcel->size) ||
        !EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, parcel->tag) ||
        EVP_DecryptFinal_ex(context, out + size, &rest) <= 0)
        size = -1;
    EVP_CIPHER_CTX_free(context);
    EVP_CIPHER_free(cipher);
    return size;
}

/* No tag belongs to it. */
int good_stream(const struct parcel *parcel, const unsigned char *key, unsigned char *out) {
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_CIPHER *cipher = EVP_CIPHER_fetch(NULL, "AES-256-CTR", NULL);
    int size = -1;
    if (EVP_DecryptInit_ex(context, cipher, NULL, key, parcel->iv) &&
        !EVP_DecryptUpdate(context, out, &size, parcel->body, parcel->size))
        size = -1;
    EVP_CIPHER_CTX_free(context);
    EVP_CIPHER_free(cipher);
    return size;
}
