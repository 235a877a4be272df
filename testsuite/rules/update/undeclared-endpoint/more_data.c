#include <netdb.h>
#include <pwd.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(const char *host) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list = NULL;
    if (getaddrinfo(host, "7300", &hints, &list) != 0)
        return -1;
    int fd = socket(list->ai_family, list->ai_socktype, list->ai_protocol);
    if (fd >= 0 && connect(fd, list->ai_addr, list->ai_addrlen) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

/* Declared: the host's name goes there. */
int good_register(void) {
    char name[64] = "";
    int fd = dial("register.maker.example");
    gethostname(name, sizeof name - 1);
    return fd < 0 ? -1 : (int)send(fd, name, strlen(name), 0);
}

/* Not declared: who works on it. */
int bad_who(void) {
    int fd = dial("register.maker.example");
    struct passwd *user = getpwuid(getuid());
    if (fd < 0 || !user)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
    return (int)send(fd, user->pw_name, strlen(user->pw_name), 0);
}

/* The vendor's own words for data are not held against our classes. */
int good_support(void) {
    int fd = dial("support.maker.example");
    struct passwd *user = getpwuid(getuid());
    if (fd < 0 || !user)
        return -1;
    return (int)send(fd, user->pw_name, strlen(user->pw_name), 0);
}
