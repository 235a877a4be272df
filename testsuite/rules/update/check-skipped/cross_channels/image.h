#ifndef IMAGE_H
#define IMAGE_H

#include <stddef.h>

struct image {
    unsigned char signature[512];
    unsigned char data[1 << 16];
    size_t size;
};

int image_receive(int in, struct image *image);
int image_verify(const struct image *image, const char *key_file);
int image_flash(const struct image *image, const char *device);

#endif
