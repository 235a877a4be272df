/* Sessions that are made where callers keep them. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

int bad_out(gnutls_session_t *session, gnutls_certificate_credentials_t credentials, int fd) {
    unsigned int status = 0;
    gnutls_init(session, GNUTLS_CLIENT);
    gnutls_set_default_priority(*session);
    gnutls_certificate_set_x509_system_trust(credentials);
    gnutls_credentials_set(*session, GNUTLS_CRD_CERTIFICATE, credentials);
    gnutls_transport_set_int(*session, fd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    if (gnutls_handshake(*session) < 0)
        return -1;
    return gnutls_certificate_verify_peers2(*session, &status) < 0 || status ? -1 : 0;
}

struct line {
    int fd;
    gnutls_session_t session;
    gnutls_certificate_credentials_t credentials;
};

int bad_line(int fd) {
    unsigned int status = 0;
    struct line line = {.fd = fd};
    gnutls_certificate_allocate_credentials(&line.credentials);
    gnutls_certificate_set_x509_system_trust(line.credentials);
    gnutls_init(&line.session, GNUTLS_CLIENT | GNUTLS_NONBLOCK);
    gnutls_credentials_set(line.session, GNUTLS_CRD_CERTIFICATE, line.credentials);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    if (gnutls_handshake(line.session) < 0)
        return -1;
    return gnutls_certificate_verify_peers2(line.session, &status) < 0 || status ? -1 : 0;
}

static int begin(gnutls_session_t *session, gnutls_certificate_credentials_t credentials) {
    return gnutls_init(session, GNUTLS_CLIENT) < 0
               ? -1
               : gnutls_credentials_set(*session, GNUTLS_CRD_CERTIFICATE, credentials);
}

int bad_begun(gnutls_certificate_credentials_t credentials) {
    gnutls_session_t session;
    unsigned int status = 0;
    gnutls_certificate_set_x509_system_trust(credentials);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    if (begin(&session, credentials) < 0 || gnutls_handshake(session) < 0)
        return -1;
    return gnutls_certificate_verify_peers2(session, &status) < 0 || status ? -1 : 0;
}

/* ---- Others ------------------------------------------------------------------------------ */

int good_named(gnutls_session_t *session, gnutls_certificate_credentials_t credentials,
               const char *host) {
    gnutls_init(session, GNUTLS_CLIENT);
    gnutls_certificate_set_x509_system_trust(credentials);
    gnutls_credentials_set(*session, GNUTLS_CRD_CERTIFICATE, credentials);
    gnutls_session_set_verify_cert(*session, host, 0);
    return gnutls_handshake(*session);
}

int good_server(gnutls_certificate_credentials_t credentials) {
    struct line line = {.credentials = credentials};
    gnutls_init(&line.session, GNUTLS_SERVER);
    gnutls_credentials_set(line.session, GNUTLS_CRD_CERTIFICATE, line.credentials);
    return gnutls_handshake(line.session);
}
