/* The process that has no rights any more asks the one that has; its line is nobody else's. */
// report: nothing
#include "line.h"
#include "loop.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void deliver(int fd, void *what) {
    struct line *line = what;
    (void)fd;
    if (line_read(line) == 0)
        execl("/bin/sh", "sh", "-c", line->text, (char *)NULL);
}

int main(void) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
        return 2;
    switch (fork()) {
    case -1:
        return 2;
    case 0:
        close(pair[0]);
        return send(pair[1], "true", 4, 0) != 4;
    default:
        close(pair[1]);
        struct line *line = line_new(pair[0]);
        if (!line)
            return 2;
        on_readable(pair[0], deliver, line);
        return run_loop();
    }
}
