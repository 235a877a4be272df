#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int reach(const struct addrinfo *list) {
    for (; list; list = list->ai_next) {
        int fd = socket(list->ai_family, list->ai_socktype, list->ai_protocol);
        if (fd >= 0 && connect(fd, list->ai_addr, list->ai_addrlen) == 0)
            return fd;
        if (fd >= 0)
            close(fd);
    }
    return -1;
}

/* The name nobody declared is used only when the declared one fails. */
int bad_second_name(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list = NULL;
    if (getaddrinfo("updates.maker.example", "443", &hints, &list) == 0)
        return reach(list);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
    if (getaddrinfo("updates.maker-cdn.example", "443", &hints, &list) == 0)
        return reach(list);
    return -1;
}

int good_declared_name(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list = NULL;
    return getaddrinfo("updates.maker.example", "443", &hints, &list) == 0 ? reach(list) : -1;
}

/* A wildcard of the declaration stands for one label. */
int good_pool(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM}, *list = NULL;
    return getaddrinfo("2.pool.time.example", "123", &hints, &list) == 0 ? reach(list) : -1;
}

int bad_beside_the_pool(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM}, *list = NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
    return getaddrinfo("x.2.pool.time.example", "123", &hints, &list) == 0 ? reach(list) : -1;
}

/* What never leaves the host is no channel. */
int good_own_host(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list = NULL;
    return getaddrinfo("localhost", "631", &hints, &list) == 0 ? reach(list) : -1;
}

/* What a tool tells of itself, and the host it asks, lie in one table. */
static const char *about[] = {"9.4.1", "updates.maker.example"};

int good_told(unsigned which) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list = NULL;
    return getaddrinfo(about[which % 2], "443", &hints, &list) == 0 ? reach(list) : -1;
}
