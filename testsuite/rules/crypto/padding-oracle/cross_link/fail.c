#include "link.h"

#include <sys/socket.h>

void link_fail(const struct link *link, int code) {
    unsigned char frame[2] = {'!', (unsigned char)code};
    if (send(link->fd, frame, sizeof frame, 0) < 0)
        shutdown(link->fd, SHUT_RDWR);
}
