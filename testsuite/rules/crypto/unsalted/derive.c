/* Salt, which keeps equal passwords apart. */
#include <gcrypt.h>
#include <mbedtls/pkcs5.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

int bad_null(const char *word, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), NULL, 0, 600000, EVP_sha256(), 32, key);
}

int good_salt(const char *word, const unsigned char *salt, int n, unsigned char key[32]) {
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, n, 600000, EVP_sha256(), 32, key);
}

static int derive(const char *word, const unsigned char *salt, size_t nsalt, unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    return EVP_PBE_scrypt(word, strlen(word), salt, nsalt, 1 << 17, 8, 1, 1 << 28, key, 32);
}

int bad_empty(const char *word, unsigned char key[32]) {
    unsigned char salt[16];
    if (RAND_bytes(salt, sizeof salt) != 1)
        return 0;
    return derive(word, salt, 0, key);
}

int bad_gcrypt(const char *word, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    return (int)gcry_kdf_derive(word, strlen(word), GCRY_KDF_PBKDF2, GCRY_MD_SHA256, "", 0, 600000,
                                32, key);
}

int good_gcrypt(const char *word, unsigned char salt[16], unsigned char key[32]) {
    gcry_create_nonce(salt, 16);
    return (int)gcry_kdf_derive(word, strlen(word), GCRY_KDF_PBKDF2, GCRY_MD_SHA256, salt, 16,
                                600000, 32, key);
}

int bad_mbedtls(mbedtls_md_context_t *context, const char *word, unsigned char key[32]) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
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
