/* Suites as numbers, which no list of words names. */
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
void mbedtls_ssl_conf_ciphersuites(mbedtls_ssl_config *conf, const int *suites);
typedef struct WOLFSSL_CTX WOLFSSL_CTX;
int wolfSSL_CTX_set_cipher_list_bytes(WOLFSSL_CTX *ctx, const unsigned char *list, const int n);
typedef struct WOLFSSL WOLFSSL;
int wolfSSL_set_cipher_list_bytes(WOLFSSL *ssl, const unsigned char *list, const int n);

static const int with_old[] = {0xc02f, 0x0004, 0};

void bad_table(mbedtls_ssl_config *conf) {
    // expected-warning-re@+1 {{{{.*}}RSA_WITH_RC4_128_MD5{{.*}}[vitrine: crypto/weak-tls]}}
    mbedtls_ssl_conf_ciphersuites(conf, with_old);
}

int bad_bytes(WOLFSSL_CTX *context) {
    static const unsigned char list[] = {0xc0, 0x2b, 0xc0, 0x2f, 0x00, 0x3b, 0x13, 0x01};
    // expected-warning-re@+1 {{{{.*}}RSA_WITH_NULL_SHA256{{.*}}[vitrine: crypto/weak-tls]}}
    return wolfSSL_CTX_set_cipher_list_bytes(context, list, sizeof list);
}

int bad_session(WOLFSSL *session) {
    static const unsigned char list[] = {0xc0, 0x18, 0xc0, 0x30, 0x13, 0x02};
    // expected-warning-re@+1 {{{{.*}}ECDH_anon_WITH_AES_128{{.*}}[vitrine: crypto/weak-tls]}}
    return wolfSSL_set_cipher_list_bytes(session, list, sizeof list);
}

static const int without_old[] = {0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc030, 0xcca8, 0};

void good_table(mbedtls_ssl_config *conf) {
    mbedtls_ssl_conf_ciphersuites(conf, without_old);
}

/* The bytes of 0x0400, and of a 4 that lies across two suites. */
int good_bytes(WOLFSSL_CTX *context) {
    static const unsigned char list[] = {0xc0, 0x2b, 0x13, 0x00, 0x04, 0x00, 0xc0, 0x2f};
    return wolfSSL_CTX_set_cipher_list_bytes(context, list, sizeof list);
}
