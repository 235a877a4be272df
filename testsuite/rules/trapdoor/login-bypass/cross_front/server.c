#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "front.h"

int server_fd, client_fd;

int check_password_server(const char *user, const char *answer) {
    char line[128];
    int length = snprintf(line, sizeof line, "%s %s\n", user, answer);
    if (send(server_fd, line, (size_t)length, 0) < 0 || recv(server_fd, line, 2, 0) != 2)
        return 0;
    return memcmp(line, "ok", 2) == 0;
}

int serve(unsigned method) {
    char line[128] = "", *answer;
    if (recv(client_fd, line, sizeof line - 1, 0) <= 0 || !(answer = strchr(line, ' ')))
        return -1;
    *answer = 0;
    return serve_user(method, line, answer + 1);
}
