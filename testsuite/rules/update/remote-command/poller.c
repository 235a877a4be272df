/* A server leaves its connections to an event loop: who calls back with which descriptor is not
 * known here, but that the program accepts connections is. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct peer {
    int fd;
    size_t size;
    char text[512];
};

extern void poller_add(int fd);

void take_connections(int listening) {
    for (int fd; (fd = accept(listening, NULL, NULL)) >= 0;)
        poller_add(fd);
}

/* Called by the event loop. */
void bad_readable(struct peer *peer) {
    ssize_t got = read(peer->fd, peer->text, sizeof peer->text - 1);
    if (got <= 4)
        return;
    peer->text[got] = 0;
    if (memcmp(peer->text, "diag", 4) == 0) {
        // expected-warning-re@+2 {{{{.*}}[vitrine: update/remote-command]}}
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        FILE *pipe = popen(peer->text + 4, "r");
        if (pipe)
            pclose(pipe);
    }
}

/* Called by the event loop, too, and only says which of its own commands is wanted. */
void good_readable(struct peer *peer) {
    ssize_t got = read(peer->fd, peer->text, sizeof peer->text - 1);
    if (got <= 4)
        return;
    peer->text[got] = 0;
    FILE *pipe = popen(memcmp(peer->text, "load", 4) == 0 ? "/usr/bin/uptime" : "/bin/date", "r");
    if (pipe)
        pclose(pipe);
}

/* A hook that lies on this host. */
void good_hook(struct peer *peer) {
    char hook[256];
    int fd = open("/etc/poller/hook", O_RDONLY);
    ssize_t got = fd < 0 ? -1 : read(fd, hook, sizeof hook - 1);
    if (fd >= 0)
        close(fd);
    if (got <= 0)
        return;
    hook[got] = 0;
    peer->size = 0;
    FILE *pipe = popen(hook, "w");
    if (pipe)
        pclose(pipe);
}
