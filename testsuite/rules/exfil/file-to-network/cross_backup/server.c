/* A backup: whole folders leave, to the server that the configuration names. */
// report: nothing
#include "backup.h"

#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

int backup_open(const char *configuration) {
    char line[256] = "", host[200] = "";
    struct addrinfo *list = NULL;
    FILE *file = fopen(configuration, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "server %199s", host) == 1)
            break;
    if (file)
        fclose(file);
    if (!*host || getaddrinfo(host, "8730", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    int failed = connect(out, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    return failed ? -1 : out;
}
