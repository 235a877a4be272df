/* A server takes back what it asks of clients, by the name that one of them wants. */
// expected-no-diagnostics
#include <openssl/ssl.h>

struct request {
    SSL *ssl;
};

static int choose(SSL *ssl, int *alert, void *context) {
    struct request *request = SSL_get_app_data(ssl);
    (void)alert;
    (void)context;
    SSL_set_verify(request->ssl, SSL_VERIFY_NONE, NULL);
    return SSL_TLSEXT_ERR_OK;
}

SSL_CTX *good_listen(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    if (!context)
        return NULL;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_tlsext_servername_callback(context, choose);
    return context;
}
