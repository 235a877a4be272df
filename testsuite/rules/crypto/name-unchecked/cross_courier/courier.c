#include "courier.h"

SSL_CTX *courier_context(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (!context)
        return NULL;
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    return context;
}

SSL *courier_connection(SSL_CTX *context, int fd) {
    SSL *ssl = SSL_new(context);
    if (ssl)
        SSL_set_fd(ssl, fd);
    return ssl;
}
