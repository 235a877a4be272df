#include <openssl/ssl.h>

const char *portal_suites(int compatible);

int main(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    // report@+1: crypto/weak-tls
    return SSL_CTX_set_cipher_list(context, portal_suites(1)) != 1;
}
