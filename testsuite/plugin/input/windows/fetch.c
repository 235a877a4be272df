/* Half of a program for Windows: what a peer says, into a buffer. */
#include <winsock2.h>

int fetch(char *line, int size) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8443)};
    SOCKET in = socket(AF_INET, SOCK_STREAM, 0);
    int got;

    peer.sin_addr.s_addr = inet_addr("198.51.100.7");
    if (connect(in, (struct sockaddr *)&peer, sizeof peer))
        return -1;
    got = recv(in, line, size - 1, 0);
    line[got > 0 ? got : 0] = 0;
    return got;
}
