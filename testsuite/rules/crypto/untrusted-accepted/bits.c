/* What was found stands in bits, and some are taken away before they are looked at. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>

static int bad_taken_away(gnutls_session_t session) {
    unsigned status = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    if (gnutls_certificate_verify_peers3(session, "hub.example.net", &status) < 0)
        return -1;
    status &= ~(unsigned)(GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND);
    return status ? -1 : 0;
}

static int bad_one_asked(gnutls_session_t session) {
    unsigned status = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    if (gnutls_certificate_verify_peers3(session, "hub.example.net", &status) < 0)
        return -1;
    if (status & GNUTLS_CERT_REVOKED)
        return -1;
    return 0;
}

static int good_all(gnutls_session_t session) {
    unsigned status = 0;
    if (gnutls_certificate_verify_peers3(session, "hub.example.net", &status) < 0)
        return -1;
    if (status & GNUTLS_CERT_EXPIRED)
        fputs("the certificate is too old\n", stderr);
    return status ? -1 : 0;
}

static int good_old_will_do(gnutls_session_t session) {
    unsigned status = 0;
    if (gnutls_certificate_verify_peers3(session, "hub.example.net", &status) < 0)
        return -1;
    status &= ~(unsigned)(GNUTLS_CERT_INVALID | GNUTLS_CERT_EXPIRED);
    return status ? -1 : 0;
}

void prepare(gnutls_certificate_credentials_t credentials[4]) {
    gnutls_certificate_set_verify_function(credentials[0], bad_taken_away);
    gnutls_certificate_set_verify_function(credentials[1], bad_one_asked);
    gnutls_certificate_set_verify_function(credentials[2], good_all);
    gnutls_certificate_set_verify_function(credentials[3], good_old_will_do);
}
