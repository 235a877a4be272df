// report: nothing
#include "wrap.h"

#include <sys/socket.h>

int connect(int fd, const struct sockaddr *address, socklen_t size) {
    int (*real)(int, const struct sockaddr *, socklen_t) = original("connect");
    count("connect");
    return real(fd, address, size);
}
