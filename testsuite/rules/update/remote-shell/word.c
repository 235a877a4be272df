#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef void (*handler)(int fd);

static void ping(int fd) {
    send(fd, "pong\n", 5, 0);
}

static void service(int fd) {
    dup2(fd, STDIN_FILENO);
    dup2(fd, STDOUT_FILENO);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    execl("/bin/busybox", "busybox", "sh", (char *)NULL);
}

static const struct {
    const char *word;
    handler run;
} commands[] = {{"ping", ping}, {"xk7", service}};

/* The peer's word picks a function from a table. */
void bad_table(int listener) {
    char word[32] = "";
    int fd = accept(listener, NULL, NULL);
    if (fd < 0 || recv(fd, word, sizeof word - 1, 0) <= 0)
        return;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strncmp(word, commands[i].word, strlen(commands[i].word)) == 0)
            commands[i].run(fd);
}

/* What is run in the same service does not get the peer. */
void good_hook(int listener) {
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    send(fd, "busy\n", 5, 0);
    close(fd);
    if (fork() == 0)
        execl("/bin/sh", "sh", "/etc/service/on-busy.sh", (char *)NULL);
}
