/* Several ciphers to choose from, as tools and libraries have them; one that nobody chose. */
#include <openssl/evp.h>
#include <string.h>

static const EVP_CIPHER *cipher_named(const char *name) {
    if (strcmp(name, "aes-128") == 0)
        return EVP_aes_128_gcm();
    if (strcmp(name, "aes-256") == 0)
        return EVP_aes_256_gcm();
    if (strcmp(name, "chacha") == 0)
        return EVP_chacha20_poly1305();
    if (strcmp(name, "old") == 0)
        return EVP_des_ede3_cbc();
    return NULL;
}

int good_seal(EVP_CIPHER_CTX *context, const char *name, const unsigned char *key,
              const unsigned char *iv) {
    return EVP_EncryptInit_ex(context, cipher_named(name), NULL, key, iv);
}

int bad_seal(EVP_CIPHER_CTX *context, int compatible, const unsigned char *key,
             const unsigned char *iv) {
    const EVP_CIPHER *cipher = compatible ? EVP_des_ede3_cbc() : EVP_aes_256_gcm();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_EncryptInit_ex(context, cipher, NULL, key, iv);
}

/* Collisions help nobody who derives a key by a thousand rounds with a key. */
int good_derive(const char *phrase, const unsigned char *salt, unsigned char *key) {
    return PKCS5_PBKDF2_HMAC(phrase, -1, salt, 16, 100000, EVP_sha1(), 32, key);
}

int bad_derive(const char *phrase, const unsigned char *salt, unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return PKCS5_PBKDF2_HMAC(phrase, -1, salt, 16, 100000, EVP_md5(), 32, key);
}
