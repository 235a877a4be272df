#include "lookup.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int lookup_ask(const struct lookup *lookup, const char *name) {
    unsigned char packet[300] = {0, 1, 1, 0, 0, 1};
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(53)};
    char full[200];
    size_t used = 12;
    snprintf(full, sizeof full, "%s.%s", name, lookup->domain);
    for (char *part = strtok(full, "."); part && used + 64 < sizeof packet;
         part = strtok(NULL, ".")) {
        packet[used++] = (unsigned char)strlen(part);
        memcpy(packet + used, part, strlen(part));
        used += strlen(part);
    }
    peer.sin_addr.s_addr = inet_addr(lookup->server);
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(out, packet, used + 5, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}
