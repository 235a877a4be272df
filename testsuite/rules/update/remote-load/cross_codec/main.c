#include "codec.h"

#include <sys/socket.h>

int serve(int listener) {
    struct codec_request request = {{0}, 0};
    int fd = accept(listener, 0, 0);
    return wire_read(fd, &request) ? -1 : codec_open(request.module, request.rate);
}
