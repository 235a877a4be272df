/* Codes and decryptions that are begun and fed, and never come to their end. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <mbedtls/gcm.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>

struct packet {
    unsigned char body[512];
    size_t size;
    unsigned char code[32];
};

static int begin(HMAC_CTX *context, const unsigned char *key, const struct packet *packet) {
    return HMAC_Init_ex(context, key, 32, EVP_sha256(), NULL) &&
           HMAC_Update(context, packet->body, packet->size);
}

int bad_code(const unsigned char *key, struct packet *packet) {
    HMAC_CTX *context = HMAC_CTX_new();
    int ok = context && begin(context, key, packet);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    HMAC_CTX_free(context);
    return ok ? 0 : -1;
}

int good_code(const unsigned char *key, struct packet *packet) {
    HMAC_CTX *context = HMAC_CTX_new();
    int ok = context && begin(context, key, packet) && HMAC_Final(context, packet->code, NULL);
    HMAC_CTX_free(context);
    return ok ? 0 : -1;
}

int bad_unpack(FILE *from, FILE *to, const unsigned char *key, unsigned char *tag) {
    unsigned char vector[12], in[4096], out[4096];
    int n = 0, result = -1;
    size_t got;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!context || fread(vector, 1, sizeof vector, from) != sizeof vector)
        goto done;
    if (EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, vector) != 1 ||
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag) != 1)
        goto done;
    while ((got = fread(in, 1, sizeof in, from)) > 0)
        if (EVP_DecryptUpdate(context, out, &n, in, (int)got) != 1 ||
            fwrite(out, 1, (size_t)n, to) != (size_t)n)
            goto done;
    result = 0;
done:
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_CIPHER_CTX_free(context);
    return result;
}

int good_unpack(FILE *from, FILE *to, const unsigned char *key, unsigned char *tag) {
    unsigned char vector[12], in[4096], out[4096];
    int n = 0, result = -1;
    size_t got;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!context || fread(vector, 1, sizeof vector, from) != sizeof vector)
        goto done;
    if (EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, vector) != 1 ||
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag) != 1)
        goto done;
    while ((got = fread(in, 1, sizeof in, from)) > 0)
        if (EVP_DecryptUpdate(context, out, &n, in, (int)got) != 1 ||
            fwrite(out, 1, (size_t)n, to) != (size_t)n)
            goto done;
    result = EVP_DecryptFinal_ex(context, out, &n) == 1 ? 0 : -1;
done:
    EVP_CIPHER_CTX_free(context);
    return result;
}

int bad_open(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    mbedtls_gcm_context context;
    int error;
    mbedtls_gcm_init(&context);
    error = mbedtls_gcm_setkey(&context, MBEDTLS_CIPHER_ID_AES, key, 128);
    if (!error)
        error = mbedtls_gcm_starts(&context, MBEDTLS_GCM_DECRYPT, in, 12, NULL, 0);
    if (!error)
        error = mbedtls_gcm_update(&context, size - 28, in + 12, out);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    mbedtls_gcm_free(&context);
    return error;
}

int good_open(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    mbedtls_gcm_context context;
    unsigned char tag[16], differs = 0;
    int error;
    mbedtls_gcm_init(&context);
    error = mbedtls_gcm_setkey(&context, MBEDTLS_CIPHER_ID_AES, key, 128);
    if (!error)
        error = mbedtls_gcm_starts(&context, MBEDTLS_GCM_DECRYPT, in, 12, NULL, 0);
    if (!error)
        error = mbedtls_gcm_update(&context, size - 28, in + 12, out);
    if (!error)
        error = mbedtls_gcm_finish(&context, tag, sizeof tag);
    mbedtls_gcm_free(&context);
    for (size_t i = 0; i < sizeof tag; i++)
        differs |= tag[i] ^ in[size - sizeof tag + i];
    return error || differs ? -1 : 0;
}

int bad_digest(const void *data, size_t size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int ok = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) &&
             EVP_DigestUpdate(context, data, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_MD_CTX_free(context);
    return ok;
}

/* The one that was begun goes on in a copy. */
int good_digest(const EVP_MD_CTX *begun, const void *data, size_t size, unsigned char *digest) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int ok = context && EVP_MD_CTX_copy_ex(context, begun) &&
             EVP_DigestUpdate(context, data, size) && EVP_DigestFinal_ex(context, digest, NULL);
    EVP_MD_CTX_free(context);
    return ok;
}
