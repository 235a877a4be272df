/* A chat client tells its server the user's name and host, as the protocol wants. */
// report: nothing
#include "client.h"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

int client_open(const char *server, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list, *at;
    int out = -1;
    if (getaddrinfo(server, port, &hints, &list))
        return -1;
    for (at = list; at && out < 0; at = at->ai_next) {
        out = socket(at->ai_family, at->ai_socktype, 0);
        if (out >= 0 && connect(out, at->ai_addr, at->ai_addrlen)) {
            close(out);
            out = -1;
        }
    }
    freeaddrinfo(list);
    return out;
}
