/* Verification that stops nothing: a connection stands whatever it finds, and nobody asks. */
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <string.h>

static void choose(mbedtls_ssl_config *config, int mode) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    mbedtls_ssl_conf_authmode(config, mode);
}

int bad_report(mbedtls_ssl_config *config, mbedtls_ssl_context *ssl, const char *text) {
    choose(config, MBEDTLS_SSL_VERIFY_OPTIONAL);
    if (mbedtls_ssl_setup(ssl, config) != 0 || mbedtls_ssl_set_hostname(ssl, "log.example") != 0 ||
        mbedtls_ssl_handshake(ssl) != 0)
        return -1;
    return mbedtls_ssl_write(ssl, (const unsigned char *)text, strlen(text));
}

int good_report(mbedtls_ssl_config *config, mbedtls_ssl_context *ssl, const char *text) {
    mbedtls_ssl_conf_authmode(config, MBEDTLS_SSL_VERIFY_REQUIRED);
    if (mbedtls_ssl_setup(ssl, config) != 0 || mbedtls_ssl_set_hostname(ssl, "log.example") != 0 ||
        mbedtls_ssl_handshake(ssl) != 0)
        return -1;
    return mbedtls_ssl_write(ssl, (const unsigned char *)text, strlen(text));
}
