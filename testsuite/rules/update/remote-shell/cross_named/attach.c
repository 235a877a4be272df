#include <stddef.h>
#include <unistd.h>

void attach(int fd) {
    dup2(fd, 0);
    dup2(fd, 1);
    execl("/bin/sh", "sh", (char *)NULL);
}
