#include "image.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int image_receive(int in, struct image *image) {
    ssize_t got = recv(in, image->signature, sizeof image->signature, MSG_WAITALL);
    if (got != sizeof image->signature)
        return -1;
    got = recv(in, image->data, sizeof image->data, MSG_WAITALL);
    image->size = got > 0 ? (size_t)got : 0;
    return got > 0 ? 0 : -1;
}

int image_flash(const struct image *image, const char *device) {
    int out = open(device, O_WRONLY);
    if (out < 0)
        return -1;
    ssize_t written = write(out, image->data, image->size);
    close(out);
    return written == (ssize_t)image->size ? 0 : -1;
}
