#include <netdb.h>
#include <sys/socket.h>

#include "console.h"

int call_home(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
    if (getaddrinfo("assist.maker.example", "443", &hints, &list) != 0)
        return -1;
    int fd = socket(list->ai_family, list->ai_socktype, 0);
    return fd >= 0 && connect(fd, list->ai_addr, list->ai_addrlen) == 0 ? fd : -1;
}
