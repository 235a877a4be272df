/* Keys and passwords that a library asks a function of the program for, or is given whole. */
#include <gnutls/gnutls.h>
#include <mbedtls/ssl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int lend(char *into, int size, int unused, void *more) {
    const char *words = "courier-2014-blue";
    int length = (int)strlen(words);
    (void)unused;
    (void)more;
    if (length > size)
        return 0;
    memcpy(into, words, (size_t)length);
    return length;
}

EVP_PKEY *bad_file(const char *path) {
    FILE *file = fopen(path, "r");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return file ? PEM_read_PrivateKey(file, NULL, lend, NULL) : NULL;
}

static int ask(char *into, int size, int unused, void *more) {
    const char *words = getpass(more);
    int length = words ? (int)strlen(words) : 0;
    (void)unused;
    if (length == 0 || length > size)
        return 0;
    memcpy(into, words, (size_t)length);
    return length;
}

EVP_PKEY *good_file(const char *path) {
    FILE *file = fopen(path, "r");
    return file ? PEM_read_PrivateKey(file, NULL, ask, "key: ") : NULL;
}

static unsigned int same_for_all(SSL *ssl, const char *hint, char *identity, unsigned int nidentity,
                                 unsigned char *into, unsigned int size) {
    static const unsigned char row[16] = {0x1f, 0x82, 0x77, 0x31, 0x9b, 0x04, 0xee, 0x5a,
                                          0xc2, 0x10, 0x6d, 0x38, 0xf3, 0x49, 0x90, 0xab};
    (void)ssl;
    (void)hint;
    snprintf(identity, nidentity, "meter");
    if (size < sizeof row)
        return 0;
    memcpy(into, row, sizeof row);
    return sizeof row;
}

SSL_CTX *bad_shared(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    SSL_CTX_set_psk_client_callback(context, same_for_all);
    return context;
}

static unsigned int one_of_its_own(SSL *ssl, const char *hint, char *identity,
                                   unsigned int nidentity, unsigned char *into, unsigned int size) {
    FILE *file = fopen("/etc/meter/shared", "rb");
    unsigned int got = file ? (unsigned int)fread(into, 1, size < 16 ? size : 16, file) : 0;
    (void)ssl;
    (void)hint;
    snprintf(identity, nidentity, "meter");
    if (file)
        fclose(file);
    return got;
}

SSL_CTX *good_shared(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_psk_client_callback(context, one_of_its_own);
    return context;
}

/* Whoever has these reads every session that is taken up again. */
long bad_tickets(SSL_CTX *context) {
    static const char words[] = "nightly-build-ticket-words-2019";
    unsigned char rows[80];
    EVP_Digest(words, sizeof words - 1, rows, NULL, EVP_sha512(), NULL);
    memcpy(rows + 64, rows, 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return SSL_CTX_set_tlsext_ticket_keys(context, rows, (long)sizeof rows);
}

int bad_meter(gnutls_psk_client_credentials_t credentials) {
    const gnutls_datum_t row = {(unsigned char *)"DEADBEEF0011223344", 18};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return gnutls_psk_set_client_credentials(credentials, "meter", &row, GNUTLS_PSK_KEY_HEX);
}

int bad_device(mbedtls_ssl_config *config) {
    static const unsigned char row[] = {0x60, 0x3d, 0xeb, 0x10, 0x15, 0xca, 0x71, 0xbe,
                                        0x2b, 0x73, 0xae, 0xf0, 0x85, 0x7d, 0x77, 0x81};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return mbedtls_ssl_conf_psk(config, row, sizeof row, (const unsigned char *)"m1", 2);
}

int good_device(mbedtls_ssl_config *config, FILE *file) {
    unsigned char row[16];
    if (fread(row, 1, sizeof row, file) != sizeof row)
        return -1;
    return mbedtls_ssl_conf_psk(config, row, sizeof row, (const unsigned char *)"m1", 2);
}
