#ifndef UPDATE_H
#define UPDATE_H

#include <stddef.h>

struct image {
    unsigned char signature[64];
    unsigned char data[1 << 16];
    size_t size;
};

int image_receive(int in, struct image *image);
int image_verify(const struct image *image); /* 1: good */
int image_install(const struct image *image);

#endif
