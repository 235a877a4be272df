#ifndef FIRMWARE_H
#define FIRMWARE_H

#include <stddef.h>

struct image {
    unsigned char signature[64];
    unsigned char data[4096];
    size_t size;
};

extern struct state {
    size_t size;
    int is_good;
} image_state;

void image_check(const struct image *image);

#endif
