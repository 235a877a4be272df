/* What came out of a check is kept beside other flags of a session. */
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>

enum { PRESENT = 1, TRUSTED = 2, LOGGED = 4 };

struct session {
    SSL *tls;
    unsigned status;
    char name[128];
};

/* Whoever asks later finds it there. */
int good_noted(struct session *session) {
    X509 *peer = SSL_get_peer_certificate(session->tls);
    if (peer) {
        session->status |= PRESENT;
        if (SSL_get_verify_result(session->tls) == X509_V_OK)
            session->status |= TRUSTED;
        X509_NAME_get_text_by_NID(X509_get_subject_name(peer), NID_commonName, session->name,
                                  sizeof session->name);
        X509_free(peer);
    }
    if (!(session->status & TRUSTED))
        fprintf(stderr, "nobody vouches for %s\n", session->name);
    return session->status & TRUSTED ? 1 : 0;
}

/* It is trusted in any case. */
int bad_noted(struct session *session) {
    X509 *peer = SSL_get_peer_certificate(session->tls);
    if (peer) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
        SSL_get_verify_result(session->tls);
        session->status |= PRESENT | TRUSTED;
        X509_free(peer);
    }
    return session->status & TRUSTED ? 1 : 0;
}

/* What is kept is only that it was looked at. */
int bad_looked(struct session *session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    SSL_get_verify_result(session->tls);
    session->status |= LOGGED | TRUSTED;
    return 1;
}
