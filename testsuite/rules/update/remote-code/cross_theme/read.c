#include "theme.h"

#include <fcntl.h>
#include <unistd.h>

size_t theme_read(const char *path, unsigned char *data, size_t size) {
    int fd = open(path, O_RDONLY);
    ssize_t got = fd < 0 ? -1 : pread(fd, data, size, 512);
    if (fd >= 0)
        close(fd);
    return got < 0 ? 0 : (size_t)got;
}

void theme_unfold(unsigned char *out, const unsigned char *in, size_t size) {
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)(in[i] ^ (0x31 + i * 7));
}
