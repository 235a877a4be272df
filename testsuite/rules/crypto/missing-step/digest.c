/* Digests and codes that are ended before anything was put in. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <string.h>

int bad_same(const void *data, size_t size, const unsigned char expected[32]) {
    unsigned char digest[32];
    SHA256_CTX context;
    (void)data;
    (void)size;
    SHA256_Init(&context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    SHA256_Final(digest, &context);
    return memcmp(digest, expected, sizeof digest) == 0;
}

int good_same(const void *data, size_t size, const unsigned char expected[32]) {
    unsigned char digest[32];
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, data, size);
    SHA256_Final(digest, &context);
    return memcmp(digest, expected, sizeof digest) == 0;
}

/* What was put in before goes with the second beginning. */
int bad_begun_again(EVP_MD_CTX *context, const void *head, size_t nhead, unsigned char *digest) {
    if (!EVP_DigestInit_ex(context, EVP_sha256(), NULL) ||
        !EVP_DigestUpdate(context, head, nhead) || !EVP_DigestInit_ex(context, EVP_sha256(), NULL))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return EVP_DigestFinal_ex(context, digest, NULL);
}

int good_twice(EVP_MD_CTX *context, const void *data, size_t size, unsigned char *digest) {
    for (int i = 0; i < 2; i++)
        if (!EVP_DigestInit_ex(context, EVP_sha256(), NULL) ||
            !EVP_DigestUpdate(context, data, size) ||
            !EVP_DigestFinal_ex(context, digest + i * 32, NULL))
            return 0;
    return 1;
}

unsigned bad_code(const unsigned char *key, int nkey, unsigned char *mac) {
    unsigned size = 0;
    HMAC_CTX *context = HMAC_CTX_new();
    HMAC_Init_ex(context, key, nkey, EVP_sha256(), NULL);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    HMAC_Final(context, mac, &size);
    HMAC_CTX_free(context);
    return size;
}

/* The key of the last message serves for this one as well. */
unsigned good_code(HMAC_CTX *context, const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned got = 0;
    HMAC_Init_ex(context, NULL, 0, NULL, NULL);
    if (size)
        HMAC_Update(context, data, size);
    HMAC_Final(context, mac, &got);
    return got;
}

/* The digest of nothing is what the protocol wants here. */
int good_digest_of_nothing(unsigned char digest[32]) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int ok = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) &&
             EVP_DigestFinal_ex(context, digest, NULL);
    EVP_MD_CTX_free(context);
    return ok;
}

/* Somebody else may have put something in. */
void feed(EVP_MD_CTX *context);

int good_handed_on(const void *data, unsigned char digest[32]) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    (void)data;
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    feed(context);
    return EVP_DigestFinal_ex(context, digest, NULL);
}
