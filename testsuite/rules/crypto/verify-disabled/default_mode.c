/* A client context of OpenSSL verifies nothing unless it is told to. */
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stddef.h>

struct link {
    SSL_CTX *context;
    SSL *ssl;
};

int bad_open(int fd) {
    struct link link = {.context = SSL_CTX_new(TLS_client_method())};
    SSL_CTX_set_min_proto_version(link.context, TLS1_2_VERSION);
    link.ssl = SSL_new(link.context);
    SSL_set_fd(link.ssl, fd);
    SSL_set_tlsext_host_name(link.ssl, "registry.example");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    if (SSL_connect(link.ssl) != 1)
        return -1;
    return SSL_write(link.ssl, "hello", 5);
}

int good_open(int fd) {
    struct link link = {.context = SSL_CTX_new(TLS_client_method())};
    SSL_CTX_set_min_proto_version(link.context, TLS1_2_VERSION);
    SSL_CTX_set_verify(link.context, SSL_VERIFY_PEER, NULL);
    link.ssl = SSL_new(link.context);
    SSL_set_fd(link.ssl, fd);
    SSL_set1_host(link.ssl, "registry.example");
    if (SSL_connect(link.ssl) != 1)
        return -1;
    return SSL_write(link.ssl, "hello", 5);
}

static int trusted(SSL *ssl, const char *host) {
    X509 *certificate = SSL_get1_peer_certificate(ssl);
    if (!certificate || SSL_get_verify_result(ssl) != X509_V_OK)
        return 0;
    return X509_check_host(certificate, host, 0, 0, NULL) == 1;
}

int good_later(int fd) {
    struct link link = {.context = SSL_CTX_new(TLS_client_method())};
    link.ssl = SSL_new(link.context);
    SSL_set_fd(link.ssl, fd);
    if (SSL_connect(link.ssl) != 1 || !trusted(link.ssl, "registry.example"))
        return -1;
    return SSL_write(link.ssl, "hello", 5);
}

/* Who made the context has decided. */
int good_given(SSL_CTX *context, int fd) {
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_connect(ssl);
}
