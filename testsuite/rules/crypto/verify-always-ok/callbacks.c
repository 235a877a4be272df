/* Callbacks that verify: given as a name, from a table, through a variable. */
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>

static int agree(int ok, X509_STORE_CTX *store) {
    char name[128];
    X509 *certificate = X509_STORE_CTX_get_current_cert(store);
    X509_NAME_oneline(X509_get_subject_name(certificate), name, sizeof name);
    fprintf(stderr, "peer %s (%d)\n", name, ok);
    return 1;
}

static int tell(int ok, X509_STORE_CTX *store) {
    if (!ok)
        fprintf(stderr, "certificate: error %d\n", X509_STORE_CTX_get_error(store));
    return ok;
}

static int strict(int ok, X509_STORE_CTX *store) {
    if (X509_STORE_CTX_get_error_depth(store) > 4)
        return 0;
    return ok ? 1 : 0;
}

static int whole_chain(X509_STORE_CTX *store, void *data) {
    (void)store;
    (void)data;
    return 1;
}

static int own_chain(X509_STORE_CTX *store, void *data) {
    (void)data;
    return X509_verify_cert(store) == 1;
}

struct method {
    const char *name;
    int (*callback)(int, X509_STORE_CTX *);
};

static const struct method methods[] = {{"lax", agree}, {"plain", tell}};

void bad_named(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, agree);
}

void bad_from_table(SSL *ssl, size_t which) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_set_verify(ssl, SSL_VERIFY_PEER, methods[which & 1].callback);
}

void bad_chain(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_CTX_set_cert_verify_callback(context, whole_chain, NULL);
}

void good_logged(SSL_CTX *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, tell);
}

void good_strict(SSL_CTX *context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, strict);
}

void good_chain(SSL_CTX *context) {
    SSL_CTX_set_cert_verify_callback(context, own_chain, NULL);
}
