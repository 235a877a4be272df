/* A client of files whose user may run a command: "!ls". It talks through a helper, and accepts
 * connections that it forwards. */
// expected-no-diagnostics
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct channel {
    int fd;
    char room[256];
};

/* The standard input of the helper is one end of this. */
static int start_helper(const char *helper) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
        return -1;
    if (fork() == 0) {
        dup2(pair[1], 0);
        dup2(pair[1], 1);
        execl(helper, helper, (char *)NULL);
        _exit(127);
    }
    close(pair[1]);
    return pair[0];
}

static struct channel *forward(int listener) {
    struct channel *channel = calloc(1, sizeof *channel);
    if (channel)
        channel->fd = accept(listener, NULL, NULL);
    return channel;
}

static long drain(struct channel *channel) {
    return recv(channel->fd, channel->room, sizeof channel->room, 0);
}

static char *typed_line(char *line, size_t size) {
    size_t used = 0;
    fputs("files> ", stdout);
    fflush(stdout);
    while (used + 1 < size && read(0, line + used, 1) == 1)
        if (line[used++] == '\n')
            break;
    line[used] = '\0';
    return used ? line : NULL;
}

static int good_escape(const char *line) {
    return *line == '!' ? system(line + 1) : 0;
}

int main(int argc, char **argv) {
    char line[256];
    int server = start_helper(argc > 1 ? argv[1] : "/usr/libexec/files-helper");
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (server < 0 || listen(listener, 1) != 0)
        return 1;
    struct channel *channel = forward(listener);
    if (!channel)
        return 1;
    while (typed_line(line, sizeof line)) {
        good_escape(line);
        if (drain(channel) < 0)
            break;
    }
    free(channel);
    return 0;
}
