// report: nothing
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

int is_host(SSL *ssl, const char *host) {
    X509 *certificate = SSL_get1_peer_certificate(ssl);
    return certificate && X509_check_host(certificate, host, 0, 0, NULL) == 1;
}
