/* Another unit looks at the certificate. */
#include <openssl/ssl.h>

#include <stdlib.h>

int is_host(SSL *ssl, const char *host);

int main(int argc, char **argv) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (argc < 3)
        return 2;
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, atoi(argv[1]));
    if (SSL_connect(ssl) != 1 || !is_host(ssl, argv[2]))
        return 2;
    return SSL_write(ssl, argv[1], 1) != 1;
}
