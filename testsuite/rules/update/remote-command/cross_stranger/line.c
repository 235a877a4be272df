#include "line.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/uio.h>

struct line *line_new(int fd) {
    struct line *line = calloc(1, sizeof *line);
    if (line)
        line->fd = fd;
    return line;
}

int line_read(struct line *line) {
    struct iovec part = {line->text, sizeof line->text - 1};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t got = recvmsg(line->fd, &message, 0);
    if (got <= 0)
        return -1;
    line->used = (size_t)got;
    line->text[got] = '\0';
    return 0;
}
