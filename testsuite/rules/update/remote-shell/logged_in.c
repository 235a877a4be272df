#include <crypt.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct session {
    int fd;
    char line[128];
};

static char *prompt(struct session *session, const char *text) {
    send(session->fd, text, strlen(text), 0);
    ssize_t got = recv(session->fd, session->line, sizeof session->line - 1, 0);
    if (got <= 0)
        return NULL;
    session->line[got] = 0;
    session->line[strcspn(session->line, "\r\n")] = 0;
    return session->line;
}

static void attach(struct session *session) {
    for (int i = 0; i <= 2; i++)
        dup2(session->fd, i);
    execl("/bin/sh", "-sh", (char *)NULL);
}

/* A service that is for this asks who is there; that everybody on the way reads the answer is
 * another matter. */
int good_login(int listener, const char *stored) {
    struct session session = {.fd = accept(listener, NULL, NULL)};
    char *word = session.fd < 0 ? NULL : prompt(&session, "password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    if (!word || strcmp(crypt(word, stored), stored) != 0)
        return -1;
    attach(&session);
    return 0;
}
