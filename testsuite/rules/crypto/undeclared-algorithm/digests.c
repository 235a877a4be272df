/* Digests by the functions of each, and a code made with one. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

unsigned char *good_digest(const unsigned char *data, size_t size, unsigned char *out) {
    return SHA256(data, size, out);
}

unsigned char *bad_digest(const unsigned char *data, size_t size, unsigned char *out) {
    // expected-warning-re@+1 {{{{.*}}uses SHA384{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    return SHA384(data, size, out);
}

unsigned char *bad_code(const void *key, int nkey, const unsigned char *data, size_t size,
                        unsigned char *out) {
    // expected-warning-re@+1 {{{{.*}}uses SHA512{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    return HMAC(EVP_sha512(), key, nkey, data, size, out, NULL);
}
