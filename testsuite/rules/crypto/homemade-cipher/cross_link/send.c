#include "link.h"

#include <sys/socket.h>

int link_send(int out, unsigned char *data, size_t size) {
    link_cover(data, size);
    // report@+1: crypto/homemade-cipher
    return send(out, data, size, 0) == (ssize_t)size ? 0 : -1;
}
