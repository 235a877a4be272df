/* Two ways to one slot; one of them does not ask. */
#include "image.h"

#include <stdio.h>
#include <unistd.h>

static int activate(const struct image *image) {
    // report@+1: update/downgrade
    return rename(image->path, "/boot/box.img");
}

static int good_nightly(int in) {
    struct image image;
    return image_receive(in, &image) || !image_fits(&image) ? -1 : activate(&image);
}

static int bad_service(int in) {
    struct image image;
    return image_receive(in, &image) ? -1 : activate(&image);
}

int main(void) {
    int nightly = good_nightly(3), service = bad_service(4);
    return nightly + service;
}
