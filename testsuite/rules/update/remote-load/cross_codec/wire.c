#include "codec.h"

#include <string.h>
#include <sys/socket.h>

int wire_read(int fd, struct codec_request *request) {
    char line[128];
    ssize_t size = recv(fd, line, sizeof line - 1, 0);
    char *mark = size > 0 ? memchr(line, ' ', (size_t)size) : NULL;
    if (!mark)
        return -1;
    *mark = '\0';
    strncpy(request->module, line, sizeof request->module - 1);
    request->rate = mark[1] - '0';
    return 0;
}
