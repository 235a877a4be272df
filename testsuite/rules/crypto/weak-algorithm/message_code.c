/* The digest of a MAC passes through an out-parameter of a helper. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

static int choose(const char *quality, const EVP_MD **digest, unsigned *size) {
    if (strcmp(quality, "short") == 0) {
        *digest = EVP_md4();
        *size = 16;
    } else {
        *digest = EVP_sha256();
        *size = 32;
    }
    return *digest != NULL;
}

static int choose_strong(const char *quality, const EVP_MD **digest, unsigned *size) {
    if (strcmp(quality, "short") == 0) {
        *digest = EVP_sha256();
        *size = 32;
    } else {
        *digest = EVP_sha512();
        *size = 64;
    }
    return *digest != NULL;
}

int bad_code(const char *quality, const void *key, int length, const unsigned char *data,
             size_t size, unsigned char *code) {
    const EVP_MD *digest;
    unsigned room;
    if (!choose(quality, &digest, &room))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return HMAC(digest, key, length, data, size, code, &room) ? (int)room : -1;
}

int good_code(const char *quality, const void *key, int length, const unsigned char *data,
              size_t size, unsigned char *code) {
    const EVP_MD *digest;
    unsigned room;
    if (!choose_strong(quality, &digest, &room))
        return -1;
    return HMAC(digest, key, length, data, size, code, &room) ? (int)room : -1;
}
