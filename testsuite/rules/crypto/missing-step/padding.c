/* Padding of RSA, which keeps equal messages apart. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <string.h>

int bad_raw(RSA *key, const unsigned char *session, unsigned char *out) {
    unsigned char block[256] = {0};
    memcpy(block + 240, session, 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return RSA_public_encrypt(sizeof block, block, out, key, RSA_NO_PADDING);
}

int good_padded(RSA *key, const unsigned char *session, unsigned char *out) {
    return RSA_public_encrypt(16, session, out, key, RSA_PKCS1_OAEP_PADDING);
}

/* Padded by another function first. */
int good_own_digest(RSA *key, const unsigned char *session, unsigned char *out) {
    unsigned char block[256];
    if (!RSA_padding_add_PKCS1_OAEP(block, sizeof block, session, 16, NULL, 0))
        return -1;
    return RSA_public_encrypt(sizeof block, block, out, key, RSA_NO_PADDING);
}

int bad_raw_context(EVP_PKEY_CTX *context, const unsigned char *in, size_t n, unsigned char *out,
                    size_t *size) {
    if (EVP_PKEY_encrypt_init(context) <= 0 ||
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING) <= 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return EVP_PKEY_encrypt(context, out, size, in, n);
}

/* The caller of the interface says which. */
int good_chosen(RSA *key, const unsigned char *in, int n, unsigned char *out, int how) {
    int padding = how == 1 ? RSA_PKCS1_PADDING : how == 2 ? RSA_PKCS1_OAEP_PADDING : RSA_NO_PADDING;
    return RSA_public_encrypt(n, in, out, key, padding);
}

/* The old padding: errors tell who sends made-up messages what is in others. */
int bad_opened(RSA *key, const unsigned char *in, unsigned char *session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return RSA_private_decrypt(256, in, session, key, RSA_PKCS1_PADDING);
}

int good_opened(RSA *key, const unsigned char *in, unsigned char *session) {
    return RSA_private_decrypt(256, in, session, key, RSA_PKCS1_OAEP_PADDING);
}

int bad_opened_context(EVP_PKEY_CTX *context, const unsigned char *in, unsigned char *out,
                       size_t *size) {
    if (EVP_PKEY_decrypt_init(context) <= 0 ||
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) <= 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return EVP_PKEY_decrypt(context, out, size, in, 256);
}

/* A new key is tried once: nobody else sees what comes of it. */
int good_tried(RSA *rsa) {
    static const unsigned char text[16] = {0};
    unsigned char sealed[512], opened[512];
    int size = RSA_public_encrypt(sizeof text, text, sealed, rsa, RSA_PKCS1_PADDING);
    if (size <= 0)
        return 0;
    size = RSA_private_decrypt(size, sealed, opened, rsa, RSA_PKCS1_PADDING);
    return size == (int)sizeof text && memcmp(opened, text, sizeof text) == 0;
}
