// report: nothing
#include "report.h"

#include <stdio.h>
#include <sys/socket.h>

int report(int fd) {
    char text[64];
    int size = snprintf(text, sizeof text, "traced by %d\n", is_traced());
    return (int)send(fd, text, (size_t)size, 0);
}
