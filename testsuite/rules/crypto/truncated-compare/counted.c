/* How long a digest is, what makes it says; constant-time comparisons of the libraries. */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

int good_counted(const unsigned char *key, const unsigned char *data, size_t size,
                 const unsigned char *got) {
    unsigned char code[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (!HMAC(EVP_sha256(), key, 32, data, size, code, &length))
        return -1;
    return CRYPTO_memcmp(code, got, length) == 0 ? 0 : -1;
}

int bad_part(const unsigned char *key, const unsigned char *data, size_t size,
             const unsigned char *got) {
    unsigned char code[32];
    if (gnutls_hmac_fast(GNUTLS_MAC_SHA256, key, 32, data, size, code) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return gnutls_memcmp(code, got, 4) == 0 ? 0 : -1;
}

int good_whole(const unsigned char *key, const unsigned char *data, size_t size,
               const unsigned char *got) {
    unsigned char code[32];
    if (gnutls_hmac_fast(GNUTLS_MAC_SHA256, key, 32, data, size, code) < 0)
        return -1;
    return gnutls_memcmp(code, got, sizeof code) == 0 ? 0 : -1;
}

int bad_pointer(const unsigned char *key, const unsigned char *data, size_t size,
                const unsigned char *got) {
    unsigned char code[EVP_MAX_MD_SIZE];
    if (!HMAC(EVP_sha256(), key, 32, data, size, code, NULL))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return CRYPTO_memcmp(code, got, sizeof got) == 0 ? 0 : -1;
}
