#include <fcntl.h>
#include <unistd.h>

#include "copy.h"

int copy_file(int in, const char *to) {
    char buffer[8192];
    ssize_t size;
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755);
    if (out < 0)
        return -1;
    while ((size = read(in, buffer, sizeof buffer)) > 0)
        // report@+1: update/self-install
        if (write(out, buffer, (size_t)size) != size)
            return -1;
    return close(out);
}
