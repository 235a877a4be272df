/* What the callback asks is always so where the library refuses. */
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <syslog.h>

static int known(int ok, X509_STORE_CTX *store) {
    int error = X509_STORE_CTX_get_error(store);
    (void)ok;
    return error >= X509_V_OK;
}

void bad_known(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, known);
}

static int settled(int ok, X509_STORE_CTX *store) {
    int error = X509_STORE_CTX_get_error(store);
    if (!ok && error == X509_V_OK) {
        syslog(LOG_ERR, "refused without a reason");
        return 0;
    }
    return 1;
}

void bad_settled(SSL *connection) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_set_verify(connection, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, settled);
}

static int sorted(int ok, X509_STORE_CTX *store) {
    switch (X509_STORE_CTX_get_error(store)) {
    case X509_V_OK:
        return ok;
    default:
        return 1;
    }
}

void bad_sorted(X509_STORE *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    X509_STORE_set_verify_cb(store, sorted);
}

/* Lists of what is revoked are not at hand: that alone is let through. */
static int without_lists(int ok, X509_STORE_CTX *store) {
    if (ok)
        return 1;
    switch (X509_STORE_CTX_get_error(store)) {
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_CRL_HAS_EXPIRED:
        return 1;
    }
    return 0;
}

void good_lists(SSL_CTX *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, without_lists);
}

static int both(int ok, X509_STORE_CTX *store) {
    return ok && X509_STORE_CTX_get_error(store) == X509_V_OK;
}

void good_both(SSL *connection) {
    SSL_set_verify(connection, SSL_VERIFY_PEER, both);
}

/* Gets no answer of the library: it asks for one itself. */
static int asks(X509_STORE_CTX *store, void *more) {
    (void)more;
    if (store)
        return X509_verify_cert(store) > 0;
    return 1;
}

void good_asks(SSL_CTX *context) {
    SSL_CTX_set_cert_verify_callback(context, asks, NULL);
}
