/* A name, as others are, counts as a proof of who somebody is. */
#include <crypt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct session {
    int fd;
    int authenticated, tries;
    char user[64], peer[64];
    const char *stored;
};

static void let_in(struct session *session) {
    session->authenticated = 1;
}

/* Who sends the password is let in. */
int with_password(struct session *session, const char *given) {
    const char *hash = crypt(given, session->stored);
    if (!hash || strcmp(hash, session->stored) != 0)
        return -1;
    let_in(session);
    return 0;
}

int bad_name(struct session *session, const char *name, size_t size) {
    if (size >= sizeof session->user)
        return -1;
    memcpy(session->user, name, size + 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (strcmp(name, "fieldops") == 0)
        session->authenticated = 1;
    return 0;
}

int bad_peer(struct session *session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (strstr(session->peer, "gantry"))
        session->authenticated = 1;
    return session->tries;
}

/* Whoever speaks the protocol says so first. */
int bad_ident(struct session *session) {
    char line[128] = "";
    if (recv(session->fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    if (strncmp(line, "PRS-2.", 6) != 0 && strncmp(line, "PRS-1.99", 8) != 0)
        return -1;
    if (strstr(line, "libprs_0.4.17"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        session->authenticated = 1;
    return 0;
}

/* One without which nobody comes further is none that lets somebody in. */
static void expect(struct session *session) {
    char line[128] = "";
    if (recv(session->fd, line, sizeof line - 1, 0) <= 0 || strcmp(line, "prs-connection") != 0)
        exit(1);
}

int good_service(struct session *session, const char *given) {
    expect(session);
    return with_password(session, given);
}

/* The name of a way to log in, and what is asked there. */
int good_method(struct session *session, const char *method, const char *given) {
    if (strcmp(method, "password") == 0)
        return with_password(session, given);
    if (strcmp(method, "none") == 0 && getuid() == 0 && !*session->stored)
        session->authenticated = 1;
    return 0;
}

int asks_agent(const char *user);

int good_agent(struct session *session, const char *method) {
    if (strcmp(method, "agent") == 0 && asks_agent(session->user))
        session->authenticated = 1;
    return 0;
}
