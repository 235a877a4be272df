#include "panel.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int request_read(int connection, struct request *request) {
    char text[512] = "";
    if (recv(connection, text, sizeof text - 1, 0) <= 0)
        return -1;
    if (sscanf(text, "GET %63s", request->path) != 1)
        return -1;
    char *agent = strstr(text, "User-Agent: ");
    if (agent)
        snprintf(request->agent, sizeof request->agent, "%.60s", agent + 12);
    return 0;
}
