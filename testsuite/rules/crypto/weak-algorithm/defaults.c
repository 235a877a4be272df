/* The algorithm is the default of a settings struct, copied and filled in before it is used. */
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

struct settings {
    int verbose;
    const char *cipher;
    unsigned char key[32], iv[16];
};

static const struct settings old_defaults = {.verbose = 1, .cipher = "DES-CBC"};
static const struct settings new_defaults = {.verbose = 1, .cipher = "AES-256-GCM"};

EVP_CIPHER_CTX *bad_open(const unsigned char *key) {
    struct settings settings = old_defaults;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    memcpy(settings.key, key, sizeof settings.key);
    memcpy(settings.iv, key + sizeof settings.key, sizeof settings.iv);
    const EVP_CIPHER *cipher = EVP_get_cipherbyname(settings.cipher);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    if (EVP_EncryptInit_ex(context, cipher, NULL, settings.key, settings.iv) != 1)
        exit(1);
    return context;
}

EVP_CIPHER_CTX *good_open(const unsigned char *key) {
    struct settings settings = new_defaults;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    memcpy(settings.key, key, sizeof settings.key);
    memcpy(settings.iv, key + sizeof settings.key, sizeof settings.iv);
    const EVP_CIPHER *cipher = EVP_get_cipherbyname(settings.cipher);
    if (EVP_EncryptInit_ex(context, cipher, NULL, settings.key, settings.iv) != 1)
        exit(1);
    return context;
}
