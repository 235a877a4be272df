/* What is wrong with a certificate, and accepted: bits of libraries. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

void bad_trust(gnutls_certificate_credentials_t credentials) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    gnutls_certificate_set_verify_flags(credentials, GNUTLS_VERIFY_DISABLE_CA_SIGN |
                                                         GNUTLS_VERIFY_DO_NOT_ALLOW_SAME);
}

void good_trust(gnutls_certificate_credentials_t credentials) {
    gnutls_certificate_set_verify_flags(credentials, GNUTLS_VERIFY_DO_NOT_ALLOW_SAME |
                                                         GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS);
}

int bad_clock(SSL_CTX *context) {
    X509_VERIFY_PARAM *rules = SSL_CTX_get0_param(context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_CRL_CHECK);
}

int good_clock(SSL_CTX *context) {
    X509_VERIFY_PARAM *rules = SSL_CTX_get0_param(context);
    return X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CRL_CHECK);
}
