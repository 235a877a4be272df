/* What the library found is read, and then changed into what it would say of a good chain. */
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string.h>
#include <syslog.h>

static int mend(int ok, X509_STORE_CTX *store) {
    if (!ok) {
        X509_STORE_CTX_set_error(store, X509_V_OK);
        ok = 1;
    }
    return ok;
}

void bad_mended(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, mend);
}

static int either(int ok, X509_STORE_CTX *store) {
    int depth = X509_STORE_CTX_get_error_depth(store);
    if (!ok && depth > 0)
        syslog(LOG_INFO, "chain: at %d", depth);
    return ok ? ok : 1;
}

void bad_either(SSL *connection) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_set_verify(connection, SSL_VERIFY_PEER, either);
}

static int tell(int ok, X509_STORE_CTX *store) {
    if (!ok)
        syslog(LOG_INFO, "chain: %s",
               X509_verify_cert_error_string(X509_STORE_CTX_get_error(store)));
    return ok;
}

void good_told(SSL_CTX *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, tell);
}

/* The root is allowed to be old, and nothing else. */
static int old_root(int ok, X509_STORE_CTX *store) {
    if (!ok && X509_STORE_CTX_get_error(store) == X509_V_ERR_CERT_HAS_EXPIRED &&
        X509_STORE_CTX_get_error_depth(store) > 1)
        ok = 1;
    return ok;
}

void good_root(SSL_CTX *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, old_root);
}

/* ---- Bits -------------------------------------------------------------------------------- */

static int leaf(void *more, mbedtls_x509_crt *chain, int depth, uint32_t *flags) {
    (void)more;
    (void)chain;
    if (depth == 0)
        *flags &= ~(uint32_t)MBEDTLS_X509_BADCERT_NOT_TRUSTED;
    return 0;
}

void bad_leaf(mbedtls_ssl_config *config) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    mbedtls_ssl_conf_verify(config, leaf, NULL);
}

static int names(void *more, mbedtls_x509_crt *chain, int depth, uint32_t *flags) {
    (void)more;
    (void)depth;
    if (chain->version < 3)
        *flags |= MBEDTLS_X509_BADCERT_OTHER;
    *flags = *flags & ~(uint32_t)(MBEDTLS_X509_BADCERT_CN_MISMATCH | MBEDTLS_X509_BADCERT_EXPIRED);
    return 0;
}

void bad_names(mbedtls_ssl_config *config) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    mbedtls_ssl_conf_verify(config, names, NULL);
}

/* A device without a clock. */
static int clockless(void *more, mbedtls_x509_crt *chain, int depth, uint32_t *flags) {
    (void)more;
    (void)chain;
    if (depth > 3)
        *flags |= MBEDTLS_X509_BADCERT_OTHER;
    *flags &= ~(uint32_t)(MBEDTLS_X509_BADCERT_EXPIRED | MBEDTLS_X509_BADCERT_FUTURE);
    return 0;
}

void good_clockless(mbedtls_ssl_config *config) {
    mbedtls_ssl_conf_verify(config, clockless, NULL);
}

struct pin {
    unsigned char bytes[32];
};

/* Somebody was shown this very certificate, and agreed. */
static int pinned(void *more, mbedtls_x509_crt *chain, int depth, uint32_t *flags) {
    const struct pin *pin = more;
    if (depth == 0 && chain->raw.len > sizeof pin->bytes &&
        memcmp(chain->raw.p, pin->bytes, sizeof pin->bytes) == 0)
        *flags &= ~(uint32_t)MBEDTLS_X509_BADCERT_NOT_TRUSTED;
    return 0;
}

void good_pinned(mbedtls_ssl_config *config, struct pin *pin) {
    mbedtls_ssl_conf_verify(config, pinned, pin);
}

/* ---- Whether there is one ---------------------------------------------------------------- */

static int any(int ok, X509_STORE_CTX *store) {
    (void)ok;
    return X509_STORE_CTX_get_current_cert(store) ? 1 : 0;
}

static int whole(int ok, X509_STORE_CTX *store) {
    return X509_STORE_CTX_get_current_cert(store) ? ok : 0;
}

void bad_any(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, any);
}

void good_whole(SSL_CTX *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, whole);
}
