#include <string.h>
#include <sys/socket.h>

#include "gate.h"

int serve(int fd) {
    char line[256] = "";
    struct request request = {line, ""};
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    char *cookie = strchr(line, '\n');
    if (cookie) {
        *cookie = 0;
        request.cookie = cookie + 1;
    }
    return request_is_authenticated(&request) ? (int)send(fd, "yes", 3, 0) : -1;
}
