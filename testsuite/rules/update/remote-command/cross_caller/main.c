#include "caller.h"

#include <unistd.h>

int serve(int fd) {
    struct sockaddr_in from;
    char host[INET_ADDRSTRLEN];
    if (caller_wait(fd, &from))
        return -1;
    caller_name(&from, host, sizeof host);
    return fetch_tool(host);
}
