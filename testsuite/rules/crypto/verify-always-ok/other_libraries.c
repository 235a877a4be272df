/* The same for libraries whose callbacks say "yes" by 0. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct gnutls_session_int *gnutls_session_t;
typedef struct credentials_st *gnutls_certificate_credentials_t;
void gnutls_certificate_set_verify_function(gnutls_certificate_credentials_t credentials,
                                            int (*f)(gnutls_session_t));
int gnutls_certificate_verify_peers3(gnutls_session_t session, const char *host,
                                     unsigned int *status);
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_x509_crt mbedtls_x509_crt;
void mbedtls_ssl_conf_verify(mbedtls_ssl_config *conf,
                             int (*f)(void *, mbedtls_x509_crt *, int, uint32_t *), void *data);

static int seen;

static int count_only(gnutls_session_t session) {
    (void)session;
    seen++;
    return 0;
}

static int ask(gnutls_session_t session) {
    unsigned int status = 1;
    if (gnutls_certificate_verify_peers3(session, "mail.example", &status) < 0)
        return -1;
    return status == 0 ? 0 : -1;
}

void bad_credentials(gnutls_certificate_credentials_t credentials) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    gnutls_certificate_set_verify_function(credentials, count_only);
}

void good_credentials(gnutls_certificate_credentials_t credentials) {
    gnutls_certificate_set_verify_function(credentials, ask);
}

static int forget(void *data, mbedtls_x509_crt *certificate, int depth, uint32_t *flags) {
    (void)data;
    (void)certificate;
    if (*flags)
        printf("depth %d: flags %u\n", depth, (unsigned)*flags);
    *flags = 0;
    return 0;
}

static int print(void *data, mbedtls_x509_crt *certificate, int depth, uint32_t *flags) {
    (void)data;
    (void)certificate;
    if (*flags)
        printf("depth %d: flags %u\n", depth, (unsigned)*flags);
    return 0;
}

void bad_flags(mbedtls_ssl_config *conf) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    mbedtls_ssl_conf_verify(conf, forget, NULL);
}

void good_flags(mbedtls_ssl_config *conf) {
    mbedtls_ssl_conf_verify(conf, print, NULL);
}
