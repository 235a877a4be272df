/* Passwords that peers send as they are, or through TLS, and that somebody logs in with. */
#define _GNU_SOURCE
#include <crypt.h>
#include <openssl/ssl.h>
#include <shadow.h>
#include <string.h>
#include <sys/socket.h>

static int is_right(const char *user, const char *word) {
    const struct spwd *entry = getspnam(user);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    const char *hash = entry ? crypt(word, entry->sp_pwdp) : NULL;
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

static size_t read_line(int peer, char *line, size_t size) {
    size_t used = 0;
    while (used + 1 < size && recv(peer, line + used, 1, 0) == 1 && line[used] != '\n')
        used++;
    line[used] = 0;
    return used;
}

struct session {
    int peer;
    SSL *tls;
    char user[32], word[64];
};

int bad_lines(struct session *session, int listener) {
    session->peer = accept(listener, NULL, NULL);
    read_line(session->peer, session->user, sizeof session->user);
    read_line(session->peer, session->word, sizeof session->word);
    return is_right(session->user, session->word);
}

static int is_right_at_all(const char *user, const char *word) {
    const struct spwd *entry = getspnam(user);
    const char *hash = entry ? crypt(word, entry->sp_pwdp) : NULL;
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

int good_lines(struct session *session) {
    int used = SSL_read(session->tls, session->user, sizeof session->user - 1);
    session->user[used > 0 ? used : 0] = 0;
    used = SSL_read(session->tls, session->word, sizeof session->word - 1);
    session->word[used > 0 ? used : 0] = 0;
    return is_right_at_all(session->user, session->word);
}

/* What a peer sends is what comes out of a password and a number that it was sent before. */
int good_answer(int listener, const char *want) {
    char answer[128];
    int peer = accept(listener, NULL, NULL);
    size_t used = read_line(peer, answer, sizeof answer);
    return used == strlen(want) && memcmp(answer, want, used) == 0;
}
