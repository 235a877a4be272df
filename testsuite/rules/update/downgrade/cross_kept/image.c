#include "image.h"

#include <stdio.h>
#include <sys/socket.h>

int image_receive(int in, struct image *image) {
    if (recv(in, image, sizeof *image, MSG_WAITALL) != sizeof *image)
        return -1;
    image->path[sizeof image->path - 1] = 0;
    return 0;
}

/* Nothing that is not later than what the device remembers. */
int image_fits(const struct image *image) {
    unsigned last = 0;
    FILE *file = fopen("/etc/box/last", "r");
    if (file && fscanf(file, "%u", &last) != 1)
        last = 0;
    if (file)
        fclose(file);
    if (image->serial <= last)
        return 0;
    return *image->path != 0;
}
