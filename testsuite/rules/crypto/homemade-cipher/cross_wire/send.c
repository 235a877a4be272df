// report: nothing
#include "wire.h"

#include <sys/socket.h>

int wire_send(int out, unsigned char *data, size_t size) {
    wire_cover(data, size);
    return send(out, data, size, 0) == (ssize_t)size ? 0 : -1;
}
