#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

void attach(int fd);

/* Whoever starts it says with whom to talk. */
// report: nothing
int main(int argc, char **argv) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
    if (argc < 3 || getaddrinfo(argv[1], argv[2], &hints, &list) != 0)
        return 1;
    int fd = socket(list->ai_family, list->ai_socktype, 0);
    if (fd < 0 || connect(fd, list->ai_addr, list->ai_addrlen) != 0)
        return 1;
    attach(fd);
    return 1;
}
