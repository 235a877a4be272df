#include "spool.h"
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int spool_line(const char *text) {
    FILE *file = fopen(SPOOL, "w");
    if (!file)
        return -1;
    fputs(text, file);
    return fclose(file);
}

int poll_server(int server) {
    char line[256];
    ssize_t n = recv(server, line, sizeof line - 1, 0);
    if (n <= 0)
        return -1;
    line[n] = '\0';
    return strncmp(line, "RUN ", 4) == 0 ? spool_line(line + 4) : 0;
}
