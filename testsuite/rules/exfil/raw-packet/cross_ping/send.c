#include "ping.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int ping_send(const char *where, const unsigned char *packet, size_t size) {
    struct addrinfo *list = NULL;
    if (getaddrinfo(where, NULL, NULL, &list))
        return -1;
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    ssize_t sent = sendto(out, packet, size, 0, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    close(out);
    return sent < 0;
}
