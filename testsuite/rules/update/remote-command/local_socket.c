/* Commands by a socket of the network; by one that only this host reaches, as a service and its
 * own clients have. */
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int bad_service(unsigned short port) {
    char line[256];
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(fd, (const struct sockaddr *)&at, sizeof at) < 0)
        return -1;
    ssize_t got = recv(fd, line, sizeof line - 1, 0);
    if (got <= 0)
        return -1;
    line[got] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

int good_service(void) {
    char line[256];
    struct sockaddr_un at = {.sun_family = AF_UNIX, .sun_path = "/run/panel.sock"};
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (bind(fd, (const struct sockaddr *)&at, sizeof at) < 0)
        return -1;
    ssize_t got = recv(fd, line, sizeof line - 1, 0);
    if (got <= 0)
        return -1;
    line[got] = 0;
    return system(line);
}
