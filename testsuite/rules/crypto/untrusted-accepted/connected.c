/* Functions that give the connection if all is well, and nothing otherwise. */
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>

struct feed {
    SSL *tls;
    const char *host;
};

SSL *bad_connect(SSL_CTX *context, int fd) {
    SSL *ssl = SSL_new(context);
    if (!ssl || !SSL_set_fd(ssl, fd) || SSL_connect(ssl) != 1)
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    long found = SSL_get_verify_result(ssl);
    switch (found) {
    case X509_V_OK:
        break;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        fprintf(stderr, "signed by itself\n");
        break;
    default:
        SSL_free(ssl);
        return NULL;
    }
    return ssl;
}

struct feed *bad_feed(SSL *ssl, const char *host) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    long found = SSL_get_verify_result(ssl);
    if (found != X509_V_OK && found != X509_V_ERR_CERT_HAS_EXPIRED)
        return NULL;
    struct feed *feed = malloc(sizeof *feed);
    if (feed)
        *feed = (struct feed){ssl, host};
    return feed;
}

SSL *good_connect(SSL_CTX *context, int fd) {
    SSL *ssl = SSL_new(context);
    if (!ssl || !SSL_set_fd(ssl, fd) || SSL_connect(ssl) != 1)
        return NULL;
    long found = SSL_get_verify_result(ssl);
    switch (found) {
    case X509_V_OK:
        break;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        fprintf(stderr, "signed by itself\n");
        SSL_free(ssl);
        return NULL;
    default:
        SSL_free(ssl);
        return NULL;
    }
    return ssl;
}

struct feed *good_feed(SSL *ssl, const char *host) {
    long found = SSL_get_verify_result(ssl);
    if (found == X509_V_ERR_CERT_HAS_EXPIRED)
        fprintf(stderr, "%s: too old\n", host);
    if (found != X509_V_OK)
        return NULL;
    struct feed *feed = malloc(sizeof *feed);
    if (feed)
        *feed = (struct feed){ssl, host};
    return feed;
}
