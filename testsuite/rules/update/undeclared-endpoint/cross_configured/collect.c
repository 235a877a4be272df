#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int collect(const char *host) {
    char name[64] = "";
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list = NULL;
    if (getaddrinfo(host, "514", &hints, &list) != 0)
        return -1;
    int fd = socket(list->ai_family, SOCK_STREAM, 0);
    if (fd < 0 || connect(fd, list->ai_addr, list->ai_addrlen) != 0)
        return -1;
    gethostname(name, sizeof name - 1);
    return send(fd, name, strlen(name), 0) < 0 ? -1 : 0;
}
