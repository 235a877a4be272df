// What lists carry to a peer of the program's own is no secret.
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
// expected-no-diagnostics

struct chunk {
    struct chunk *next;
    size_t size;
    unsigned char bytes[];
};

struct outbox {
    struct chunk *first, **last;
    int fd;
};

static void add(struct outbox *box, const void *bytes, size_t size) {
    struct chunk *chunk = malloc(sizeof *chunk + size);
    chunk->next = NULL;
    chunk->size = size;
    memcpy(chunk->bytes, bytes, size);
    *box->last = chunk;
    box->last = &chunk->next;
}

static void drain(struct outbox *box) {
    struct chunk *chunk = box->first;
    send(box->fd, chunk->bytes, chunk->size, 0);
    box->first = chunk->next;
    if (!box->first)
        box->last = &box->first;
    free(chunk);
}

void good_send(void) {
    char bytes[512];
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(9100)};
    struct outbox box = {.fd = socket(AF_INET, SOCK_STREAM, 0)};
    char *word = getpass("Password: ");
    ssize_t n;
    int fd = open("/usr/share/panel/theme.css", O_RDONLY);
    box.last = &box.first;
    inet_pton(AF_INET, "203.0.113.61", &peer.sin_addr);
    connect(box.fd, (struct sockaddr *)&peer, sizeof peer);
    if (strcmp(word, "") == 0)
        return;
    while (fd >= 0 && (n = read(fd, bytes, sizeof bytes)) > 0)
        add(&box, bytes, (size_t)n);
    while (box.first)
        drain(&box);
}
