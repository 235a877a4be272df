/* GnuTLS has two ways to ask about the chain, and one of them asks about the name. */
#include <gnutls/gnutls.h>

static int set_up(gnutls_session_t session, int fd) {
    gnutls_certificate_credentials_t credentials;
    if (gnutls_certificate_allocate_credentials(&credentials) < 0 ||
        gnutls_certificate_set_x509_system_trust(credentials) < 0 ||
        gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, credentials) < 0)
        return -1;
    gnutls_set_default_priority(session);
    gnutls_transport_set_int2(session, fd, fd);
    return 0;
}

int bad_connect(int fd) {
    gnutls_session_t session;
    unsigned status = 0;
    if (gnutls_init(&session, GNUTLS_CLIENT) < 0 || set_up(session, fd) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    if (gnutls_handshake(session) < 0)
        return -1;
    if (gnutls_certificate_verify_peers2(session, &status) < 0 || status != 0)
        return -1;
    return 0;
}

int good_connect(int fd, const char *host) {
    gnutls_session_t session;
    unsigned status = 0;
    if (gnutls_init(&session, GNUTLS_CLIENT) < 0 || set_up(session, fd) < 0 ||
        gnutls_handshake(session) < 0)
        return -1;
    if (gnutls_certificate_verify_peers3(session, host, &status) < 0 || status != 0)
        return -1;
    return 0;
}

int bad_no_name(int fd) {
    gnutls_session_t session;
    if (gnutls_init(&session, GNUTLS_CLIENT) < 0 || set_up(session, fd) < 0)
        return -1;
    gnutls_session_set_verify_cert(session, NULL, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    return gnutls_handshake(session);
}

int good_name(int fd, const char *host) {
    gnutls_session_t session;
    if (gnutls_init(&session, GNUTLS_CLIENT) < 0 || set_up(session, fd) < 0)
        return -1;
    gnutls_session_set_verify_cert(session, host, 0);
    return gnutls_handshake(session);
}
