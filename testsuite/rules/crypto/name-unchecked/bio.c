/* Connections by BIO: the object of TLS is got out of it. */
#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <stdio.h>

static SSL_CTX *prepare(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (context && SSL_CTX_set_default_verify_paths(context) != 1) {
        SSL_CTX_free(context);
        return NULL;
    }
    if (context)
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    return context;
}

BIO *bad_open(const char *host) {
    char where[256];
    SSL *ssl = NULL;
    SSL_CTX *context = prepare();
    BIO *bio = context ? BIO_new_ssl_connect(context) : NULL;
    if (!bio)
        return NULL;
    snprintf(where, sizeof where, "%s:443", host);
    BIO_set_conn_hostname(bio, where);
    BIO_get_ssl(bio, &ssl);
    SSL_set_tlsext_host_name(ssl, host);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    if (BIO_do_connect(bio) <= 0 || BIO_do_handshake(bio) <= 0) {
        BIO_free_all(bio);
        return NULL;
    }
    return bio;
}

BIO *good_open(const char *host) {
    char where[256];
    SSL *ssl = NULL;
    SSL_CTX *context = prepare();
    BIO *bio = context ? BIO_new_ssl_connect(context) : NULL;
    if (!bio)
        return NULL;
    snprintf(where, sizeof where, "%s:443", host);
    BIO_set_conn_hostname(bio, where);
    BIO_get_ssl(bio, &ssl);
    SSL_set_tlsext_host_name(ssl, host);
    if (!SSL_set1_host(ssl, host) || BIO_do_connect(bio) <= 0 || BIO_do_handshake(bio) <= 0) {
        BIO_free_all(bio);
        return NULL;
    }
    return bio;
}
