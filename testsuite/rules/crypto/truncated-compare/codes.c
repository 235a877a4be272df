/* Authentication codes that are compared by too few bytes, or as text. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/ssl.h>
#include <string.h>

static const unsigned char *code_of(const unsigned char *data, size_t size, const char *key,
                                    unsigned char code[32]) {
    return HMAC(EVP_sha256(), key, (int)strlen(key), data, size, code, NULL);
}

int bad_short(const unsigned char *data, size_t size, const char *key, const unsigned char *got) {
    unsigned char code[32];
    code_of(data, size, key, code);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return memcmp(code, got, 4) == 0;
}

int bad_text(const unsigned char *data, size_t size, const char *key, const unsigned char *got) {
    unsigned char code[32];
    code_of(data, size, key, code);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return strcmp((const char *)code, (const char *)got) == 0;
}

int bad_none(const unsigned char *data, size_t size, const char *key, const unsigned char *got) {
    unsigned char code[32];
    size_t length = 0;
    code_of(data, size, key, code);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return CRYPTO_memcmp(code, got, length) == 0;
}

int good_whole(const unsigned char *data, size_t size, const char *key, const unsigned char *got) {
    unsigned char code[32];
    code_of(data, size, key, code);
    return CRYPTO_memcmp(code, got, sizeof code) == 0;
}

/* As the standards have it: 96 bits. */
int good_96(const unsigned char *data, size_t size, const char *key, const unsigned char *got) {
    unsigned char code[32];
    code_of(data, size, key, code);
    return memcmp(code, got, 12) == 0;
}

/* Prefixes of what is no digest. */
int good_magic(const unsigned char *data, size_t size, const char *key, const unsigned char *got) {
    unsigned char code[32];
    if (size < 4 || memcmp(data, "PKT1", 4) != 0)
        return -1;
    code_of(data, size, key, code);
    return CRYPTO_memcmp(code, got, sizeof code) == 0;
}

/* The fingerprint of a certificate. */
int bad_pin(SSL *ssl, const unsigned char *pin) {
    unsigned char digest[32];
    unsigned size = 0;
    X509 *peer = SSL_get1_peer_certificate(ssl);
    if (!peer || !X509_digest(peer, EVP_sha256(), digest, &size))
        return 0;
    X509_free(peer);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return memcmp(digest, pin, 4) == 0;
}

int good_pin(SSL *ssl, const unsigned char *pin) {
    unsigned char digest[32];
    unsigned size = 0;
    X509 *peer = SSL_get1_peer_certificate(ssl);
    if (!peer || !X509_digest(peer, EVP_sha256(), digest, &size))
        return 0;
    X509_free(peer);
    return size == sizeof digest && memcmp(digest, pin, sizeof digest) == 0;
}
