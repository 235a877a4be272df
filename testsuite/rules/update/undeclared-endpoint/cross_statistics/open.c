#include <arpa/inet.h>
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "peers.h"

int open_peer(const struct peer *peer) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(peer->port)};
    struct addrinfo hints = {.ai_family = AF_INET}, *list = NULL;
    if (inet_pton(AF_INET, peer->host, &address.sin_addr) != 1) {
        // report@+1: update/undeclared-endpoint
        if (getaddrinfo(peer->host, NULL, &hints, &list) != 0)
            return -1;
        memcpy(&address, list->ai_addr, sizeof address);
        freeaddrinfo(list);
    }
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

int post(int fd, const char *text) {
    return send(fd, text, strlen(text), 0) < 0 ? -1 : 0;
}
