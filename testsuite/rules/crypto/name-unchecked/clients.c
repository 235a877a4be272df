/* Whose certificate it is, among all that an authority of the system signed. */
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stddef.h>

SSL *bad_client(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    return SSL_connect(ssl) == 1 ? ssl : NULL;
}

/* The name is sent, and then nobody compares it with the one that comes back. */
SSL *bad_sent(int fd, const char *host) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_load_verify_locations(context, "/etc/ssl/certs/ca-certificates.crt", NULL);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_tlsext_host_name(ssl, host);
    SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    SSL_set_fd(ssl, fd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    return SSL_connect(ssl) == 1 ? ssl : NULL;
}

/* Only the chain is asked for afterwards. */
int bad_afterwards(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_default_verify_paths(context);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    if (SSL_connect(ssl) != 1 || SSL_get_verify_result(ssl) != X509_V_OK)
        return -1;
    return SSL_write(ssl, "hello", 5);
}

SSL *good_client(int fd, const char *host) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set1_host(ssl, host);
    SSL_set_fd(ssl, fd);
    return SSL_connect(ssl) == 1 ? ssl : NULL;
}

SSL *good_parameters(int fd, const char *host) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL *ssl = SSL_new(context);
    X509_VERIFY_PARAM *parameters = SSL_get0_param(ssl);
    if (!X509_VERIFY_PARAM_set1_host(parameters, host, 0))
        return NULL;
    SSL_set_fd(ssl, fd);
    return SSL_connect(ssl) == 1 ? ssl : NULL;
}

/* What an authority of the vendor's own has signed are the vendor's hosts. */
SSL *good_own_authority(int fd, const char *file) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_load_verify_locations(context, file, NULL);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_connect(ssl) == 1 ? ssl : NULL;
}

/* Clients have no names. */
SSL *good_server(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_accept(ssl) == 1 ? ssl : NULL;
}

/* Who made the connection may have named the host. */
int good_given(SSL *ssl) {
    SSL_set_verify(ssl, SSL_VERIFY_PEER, NULL);
    return SSL_connect(ssl);
}
