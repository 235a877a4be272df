/* Who makes connections may be handed one in which nobody is verified. */
#include <openssl/ssl.h>

struct link {
    SSL *ssl;
};

int bad_prepare(struct link *link) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    SSL_set_verify(link->ssl, SSL_VERIFY_NONE, NULL);
    SSL_set_connect_state(link->ssl);
    return SSL_do_handshake(link->ssl);
}

SSL_CTX *good_serve(void) {
    return SSL_CTX_new(TLS_server_method());
}

SSL_CTX *good_connect(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (context)
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    return context;
}
