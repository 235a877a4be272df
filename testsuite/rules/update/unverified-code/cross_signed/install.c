#include "update.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int image_receive(int in, struct image *image) {
    ssize_t got = recv(in, image->signature, sizeof image->signature, MSG_WAITALL);
    if (got != sizeof image->signature)
        return -1;
    got = recv(in, image->data, sizeof image->data, MSG_WAITALL);
    image->size = got > 0 ? (size_t)got : 0;
    return 0;
}

int image_install(const struct image *image) {
    int out = open("/opt/device/agent.new", O_WRONLY | O_CREAT | O_TRUNC, 0755);
    if (out < 0)
        return -1;
    ssize_t written = write(out, image->data, image->size);
    if (fsync(out) || close(out) || written != (ssize_t)image->size)
        return -1;
    return rename("/opt/device/agent.new", "/opt/device/agent");
}
