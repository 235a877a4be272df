/* Lengths that begin as 0, or come with the other side, and must be those of the digest. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

struct blob {
    const unsigned char *data;
    size_t size;
};

int parse(const unsigned char *from, struct blob *to);

int good_matched(const unsigned char *key, const unsigned char *text, size_t size,
                 const unsigned char *message) {
    unsigned char code[32];
    unsigned ncode = 0;
    struct blob told = {NULL, 0};
    if (!HMAC(EVP_sha256(), key, 32, text, size, code, &ncode) || !parse(message, &told))
        return 0;
    return told.size == ncode && memcmp(code, told.data, told.size) == 0;
}

int good_not_empty(const unsigned char *key, const unsigned char *text, size_t size,
                   const unsigned char *told, int which) {
    unsigned char code[32];
    size_t length = 0;
    if (which == 1)
        length = 32;
    if (length == 0 || !HMAC(EVP_sha256(), key, 32, text, size, code, NULL))
        return 0;
    return memcmp(code, told, length) == 0;
}

int bad_empty(const unsigned char *key, const unsigned char *text, size_t size,
              const unsigned char *told) {
    unsigned char code[32];
    struct blob blob = {told, 0};
    if (!HMAC(EVP_sha256(), key, 32, text, size, code, NULL))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return memcmp(code, blob.data, blob.size) == 0;
}
