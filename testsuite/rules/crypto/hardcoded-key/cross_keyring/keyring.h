#ifndef KEYRING_H
#define KEYRING_H

#include <stddef.h>

struct entry {
    const char *label;
    const unsigned char *bytes;
    size_t size;
};

extern const unsigned char master[16];
extern const struct entry keyring[2];
extern const unsigned char banner[16];

#endif
