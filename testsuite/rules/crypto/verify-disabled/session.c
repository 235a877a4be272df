/* GnuTLS: a session has to be told that the peer's certificate matters. */
#include <stddef.h>

typedef struct gnutls_session_int *gnutls_session_t;
typedef struct credentials_st *gnutls_certificate_credentials_t;
#define GNUTLS_CLIENT 2
#define GNUTLS_SERVER 1
int gnutls_init(gnutls_session_t *session, unsigned int flags);
int gnutls_certificate_allocate_credentials(gnutls_certificate_credentials_t *credentials);
int gnutls_credentials_set(gnutls_session_t session, int type, void *credentials);
int gnutls_set_default_priority(gnutls_session_t session);
void gnutls_transport_set_int2(gnutls_session_t session, int in, int out);
void gnutls_session_set_verify_cert(gnutls_session_t session, const char *host, unsigned int flags);
void gnutls_certificate_set_verify_function(gnutls_certificate_credentials_t credentials,
                                            int (*f)(gnutls_session_t));
int gnutls_certificate_verify_peers3(gnutls_session_t session, const char *host,
                                     unsigned int *status);
int gnutls_handshake(gnutls_session_t session);

int bad_connect(int fd) {
    gnutls_certificate_credentials_t credentials;
    gnutls_session_t session;
    gnutls_certificate_allocate_credentials(&credentials);
    gnutls_init(&session, GNUTLS_CLIENT);
    gnutls_set_default_priority(session);
    gnutls_credentials_set(session, 1, credentials);
    gnutls_transport_set_int2(session, fd, fd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return gnutls_handshake(session);
}

int good_connect(int fd, const char *host) {
    gnutls_certificate_credentials_t credentials;
    gnutls_session_t session;
    gnutls_certificate_allocate_credentials(&credentials);
    gnutls_init(&session, GNUTLS_CLIENT);
    gnutls_set_default_priority(session);
    gnutls_credentials_set(session, 1, credentials);
    gnutls_session_set_verify_cert(session, host, 0);
    gnutls_transport_set_int2(session, fd, fd);
    return gnutls_handshake(session);
}

/* Credentials that know how to verify. */
static int judge(gnutls_session_t session) {
    unsigned int status = 0;
    return gnutls_certificate_verify_peers3(session, "mail.example", &status) < 0 || status ? -1
                                                                                            : 0;
}

int good_judged(int fd) {
    gnutls_certificate_credentials_t credentials;
    gnutls_session_t session;
    gnutls_certificate_allocate_credentials(&credentials);
    gnutls_certificate_set_verify_function(credentials, judge);
    gnutls_init(&session, GNUTLS_CLIENT);
    gnutls_credentials_set(session, 1, credentials);
    gnutls_transport_set_int2(session, fd, fd);
    return gnutls_handshake(session);
}

int good_asks(int fd, const char *host) {
    gnutls_certificate_credentials_t credentials;
    gnutls_session_t session;
    gnutls_certificate_allocate_credentials(&credentials);
    unsigned int status = 0;
    gnutls_init(&session, GNUTLS_CLIENT);
    gnutls_credentials_set(session, 1, credentials);
    gnutls_transport_set_int2(session, fd, fd);
    if (gnutls_handshake(session) < 0 ||
        gnutls_certificate_verify_peers3(session, host, &status) < 0 || status != 0)
        return -1;
    return 0;
}

int good_accept(int fd) {
    gnutls_certificate_credentials_t credentials;
    gnutls_session_t session;
    gnutls_certificate_allocate_credentials(&credentials);
    gnutls_init(&session, GNUTLS_SERVER);
    gnutls_credentials_set(session, 1, credentials);
    gnutls_transport_set_int2(session, fd, fd);
    return gnutls_handshake(session);
}
