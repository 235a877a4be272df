/* Which words of a list the library knows is tried on a connection that is never made. */
#include <openssl/ssl.h>
#include <stdlib.h>
#include <string.h>

/* A suite that nobody has enabled is what the list begins with: what comes to it is known. */
int good_tried(SSL_CTX *context, const char *word) {
    SSL *scratch = SSL_new(context);
    int known = 0;
    if (!scratch)
        return -1;
    if (SSL_set_ciphersuites(scratch, "") && SSL_set_cipher_list(scratch, "NULL-SHA"))
        known = SSL_set_ciphersuites(scratch, word) && SSL_get_ciphers(scratch) != NULL;
    SSL_free(scratch);
    return known;
}

int bad_sends(SSL_CTX *context, int fd, const char *text) {
    SSL *connection = SSL_new(context);
    int sent = 0;
    if (!connection)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    if (SSL_set_cipher_list(connection, "NULL-SHA") && SSL_set_fd(connection, fd))
        sent = SSL_write(connection, text, (int)strlen(text));
    SSL_free(connection);
    return sent;
}

struct session {
    SSL *connection;
    int fd;
};

int bad_kept(struct session *session, SSL_CTX *context) {
    SSL *connection = SSL_new(context);
    if (!connection)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_set_cipher_list(connection, "NULL-SHA");
    session->connection = connection;
    return SSL_set_fd(connection, session->fd);
}

SSL *bad_returned(SSL_CTX *context) {
    SSL *connection = SSL_new(context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    if (connection && !SSL_set_cipher_list(connection, "NULL-SHA")) {
        SSL_free(connection);
        return NULL;
    }
    return connection;
}

static int greet(SSL *connection, int fd) {
    return SSL_set_fd(connection, fd) && SSL_write(connection, "HELO", 4) == 4;
}

int bad_handed(SSL_CTX *context, int fd) {
    SSL *connection = SSL_new(context);
    int done = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    if (connection && SSL_set_cipher_list(connection, "NULL-SHA"))
        done = greet(connection, fd);
    SSL_free(connection);
    return done;
}
