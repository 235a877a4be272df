/* One line from a socket, into the caller's buffer. */
#include "agent.h"

#include <sys/socket.h>

int line_read(int in, char *line, size_t room) {
    size_t used = 0;
    char c;
    while (used + 1 < room && recv(in, &c, 1, 0) == 1 && c != '\n')
        line[used++] = c;
    line[used] = 0;
    return used > 0;
}
