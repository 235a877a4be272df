/* Two ways of one wire: one hides whether anything was sent. */
#include "wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int wire_open(struct wire *wire, const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(7077)};
    wire->out = socket(AF_INET, SOCK_DGRAM, 0);
    peer.sin_addr.s_addr = inet_addr(address);
    return connect(wire->out, (struct sockaddr *)&peer, sizeof peer);
}

void wire_drop(const struct wire *wire, const char *text, size_t size) {
    // report@+1: exfil/identity-to-network
    send(wire->out, text, size, MSG_DONTWAIT);
}

int wire_put(const struct wire *wire, const char *text, size_t size) {
    return send(wire->out, text, size, 0) == (ssize_t)size ? 0 : -1;
}
