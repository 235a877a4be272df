/* Priority strings: what they add, take away, and what they leave as it was. */
#include <stddef.h>
#include <stdio.h>

typedef struct gnutls_session_int *gnutls_session_t;
typedef struct gnutls_priority_st *gnutls_priority_t;
int gnutls_priority_set_direct(gnutls_session_t session, const char *priorities,
                               const char **error);
int gnutls_priority_init(gnutls_priority_t *cache, const char *priorities, const char **error);

static const char *const modes[] = {"NORMAL:+ARCFOUR-128:+MD5", "SECURE192:-VERS-TLS1.0"};

int bad_mode(gnutls_session_t session, size_t which) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return gnutls_priority_set_direct(session, modes[which & 1], NULL);
}

int bad_anonymous(gnutls_priority_t *cache) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return gnutls_priority_init(cache, "PERFORMANCE:+ANON-ECDH:+ANON-DH", NULL);
}

int bad_old(gnutls_session_t session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return gnutls_priority_set_direct(session, "NONE:+VERS-SSL3.0:+AES-128-CBC:+RSA:+SHA1", NULL);
}

int good_normal(gnutls_session_t session) {
    return gnutls_priority_set_direct(session, "NORMAL:-ARCFOUR-128:-VERS-ALL:+VERS-TLS1.2", NULL);
}

int good_none(gnutls_priority_t *cache) {
    return gnutls_priority_init(
        cache, "NONE:+VERS-TLS1.3:+AES-256-GCM:+AEAD:+COMP-NULL:+GROUP-ALL:+SIGN-ALL", NULL);
}

/* An administrator's line. */
int good_configured(gnutls_session_t session, FILE *file) {
    char line[256];
    if (!fgets(line, sizeof line, file))
        return -1;
    return gnutls_priority_set_direct(session, line, NULL);
}
