#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

static int put(int peer, struct iovec *parts, int count) {
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = (size_t)count};
    return sendmsg(peer, &message, 0) < 0 ? -1 : 0;
}

int say(int peer, const char *what) {
    char end[] = "\r\n";
    struct iovec parts[2] = {{(void *)what, strlen(what)}, {end, 2}};
    return put(peer, parts, 2);
}
