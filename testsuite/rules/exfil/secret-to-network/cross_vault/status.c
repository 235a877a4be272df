#include "vault.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int status_send(const struct vault *vault) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8125)};
    peer.sin_addr.s_addr = inet_addr("192.0.2.81");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(out, vault->label, strlen(vault->label), 0, (struct sockaddr *)&peer, sizeof peer);
    sendto(out, &vault->uses, sizeof vault->uses, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}
