/* A datagram that begins with a certain word is run, and what it prints goes back. */
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void answer(int fd, FILE *pipe, const struct sockaddr_in *peer, socklen_t size) {
    char line[512];
    while (pipe && fgets(line, sizeof line, pipe))
        sendto(fd, line, strlen(line), 0, (const struct sockaddr *)peer, size);
    if (pipe)
        pclose(pipe);
}

void bad_datagram(int fd) {
    char text[512];
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    ssize_t got = recvfrom(fd, text, sizeof text - 1, 0, (struct sockaddr *)&peer, &size);
    if (got <= 6)
        return;
    text[got] = 0;
    if (memcmp(text, "m3dia:", 6) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        answer(fd, popen(text + 6, "r"), &peer, size);
}

void good_datagram(int fd) {
    char text[512];
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    ssize_t got = recvfrom(fd, text, sizeof text - 1, 0, (struct sockaddr *)&peer, &size);
    if (got <= 6)
        return;
    text[got] = 0;
    if (memcmp(text, "uptime", 6) == 0)
        answer(fd, popen("/usr/bin/uptime", "r"), &peer, size);
    else
        sendto(fd, text, (size_t)got, 0, (struct sockaddr *)&peer, size);
}
