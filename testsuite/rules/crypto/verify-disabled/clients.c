/* TLS clients of one library. A server need not ask its clients for certificates. */
#include <getopt.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

SSL *bad_client(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_connect(ssl) == 1 ? ssl : NULL;
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

SSL *good_server(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_accept(ssl) == 1 ? ssl : NULL;
}

/* Both sides by one context: accepted connections only. */
SSL *good_listener(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_accept(ssl) == 1 ? ssl : NULL;
}

/* What the handshake found out is looked at afterwards. */
SSL *good_afterwards(int fd) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    if (SSL_connect(ssl) != 1 || SSL_get_verify_result(ssl) != X509_V_OK) {
        SSL_free(ssl);
        return NULL;
    }
    return ssl;
}

int main(int argc, char **argv) {
    bool insecure = false;
    int option;
    while ((option = getopt(argc, argv, "k")) != -1)
        if (option == 'k')
            insecure = true;
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(context, insecure ? SSL_VERIFY_NONE : SSL_VERIFY_PEER, NULL);
    return context == NULL;
}
