#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>

struct frame {
    unsigned char code[32];
    unsigned char data[256];
};

int same(const void *a, const void *b, size_t n);
int frame_is_genuine(const struct frame *frame, const unsigned char *key, size_t nkey);

#endif
