// report: nothing
#include <openssl/ssl.h>

const char *mail_suites(int compatible);

int main(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    return SSL_CTX_set_cipher_list(context, mail_suites(1)) != 1;
}
