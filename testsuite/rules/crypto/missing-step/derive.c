/* Salt, which keeps equal passwords apart, and padding, which keeps equal messages apart. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <gcrypt.h>
#include <mbedtls/pkcs5.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <string.h>

int bad_null(const char *word, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), NULL, 0, 600000, EVP_sha256(), 32, key);
}

int good_salt(const char *word, const unsigned char *salt, int n, unsigned char key[32]) {
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, n, 600000, EVP_sha256(), 32, key);
}

static int derive(const char *word, const unsigned char *salt, size_t nsalt, unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return EVP_PBE_scrypt(word, strlen(word), salt, nsalt, 1 << 17, 8, 1, 1 << 28, key, 32);
}

int bad_empty(const char *word, unsigned char key[32]) {
    unsigned char salt[16];
    if (RAND_bytes(salt, sizeof salt) != 1)
        return 0;
    return derive(word, salt, 0, key);
}

int bad_gcrypt(const char *word, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return (int)gcry_kdf_derive(word, strlen(word), GCRY_KDF_PBKDF2, GCRY_MD_SHA256, "", 0, 600000,
                                32, key);
}

int good_gcrypt(const char *word, unsigned char salt[16], unsigned char key[32]) {
    gcry_create_nonce(salt, 16);
    return (int)gcry_kdf_derive(word, strlen(word), GCRY_KDF_PBKDF2, GCRY_MD_SHA256, salt, 16,
                                600000, 32, key);
}

int bad_mbedtls(mbedtls_md_context_t *context, const char *word, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return mbedtls_pkcs5_pbkdf2_hmac(context, (const unsigned char *)word, strlen(word), NULL, 0,
                                     600000, 32, key);
}

/* What is drawn needs no salt. */
int good_drawn(unsigned char key[32]) {
    unsigned char secret[32];
    if (RAND_bytes(secret, sizeof secret) != 1)
        return 0;
    return PKCS5_PBKDF2_HMAC((const char *)secret, sizeof secret, NULL, 0, 600000, EVP_sha256(), 32,
                             key);
}

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
