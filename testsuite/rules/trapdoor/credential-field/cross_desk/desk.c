// report: nothing
#include "desk.h"

#include <string.h>
#include <sys/socket.h>

int main(void) {
    struct desk desk = {0};
    desk.fd = socket(AF_INET, SOCK_STREAM, 0);
    while (recv(desk.fd, desk.line, sizeof desk.line - 1, 0) > 0)
        if (strncmp(desk.line, "LOGIN ", 6) == 0 && desk_check(&desk, desk.line + 6))
            desk.authorized = 1;
    return desk.authorized;
}
