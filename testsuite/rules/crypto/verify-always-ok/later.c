/* The callback lets the handshake go on, so that the program can answer by itself afterwards. */
// expected-no-diagnostics
#include <openssl/ssl.h>

static int go_on(int ok, X509_STORE_CTX *store) {
    (void)ok;
    (void)store;
    return 1;
}

SSL *good_listen(SSL_CTX *context, int fd) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, go_on);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    return SSL_accept(ssl) == 1 ? ssl : NULL;
}

int good_answer(SSL *ssl) {
    if (SSL_get_verify_result(ssl) != X509_V_OK) {
        SSL_write(ssl, "400 bad certificate\n", 20);
        return -1;
    }
    return SSL_write(ssl, "200 come in\n", 12);
}
