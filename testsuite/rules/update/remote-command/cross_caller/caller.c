#include "caller.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>

int caller_wait(int fd, struct sockaddr_in *from) {
    char word[32];
    socklen_t size = sizeof *from;
    ssize_t got = recvfrom(fd, word, sizeof word, 0, (struct sockaddr *)from, &size);
    return got == 9 && memcmp(word, "calibrate", 9) == 0 ? 0 : -1;
}

void caller_name(const struct sockaddr_in *from, char *text, socklen_t size) {
    inet_ntop(AF_INET, &from->sin_addr, text, size);
}
