#ifndef FIRMWARE_H
#define FIRMWARE_H

#include <stddef.h>

struct image {
    unsigned char signature[64];
    unsigned char data[4096];
    size_t size;
};

void complain(const char *text);
int image_verify(const struct image *image); /* 1: good */

#endif
