#ifndef BUNDLE_H
#define BUNDLE_H

#include <stddef.h>

struct bundle {
    char origin[16];
    unsigned char signature[64];
    unsigned char data[4096];
    size_t size;
};

int bundle_is_known(const struct bundle *bundle);
int bundle_is_genuine(const struct bundle *bundle);

#endif
