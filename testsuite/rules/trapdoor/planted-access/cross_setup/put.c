#include "setup.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int put(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
    if (fd < 0)
        return -1;
    // report@+1: trapdoor/planted-access
    ssize_t size = write(fd, text, strlen(text));
    close(fd);
    return size < 0;
}
