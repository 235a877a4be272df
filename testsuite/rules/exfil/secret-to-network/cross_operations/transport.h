#ifndef TRANSPORT_H
#define TRANSPORT_H

#include <stddef.h>

struct transport {
    const char *name;
    int (*open)(void);
    int (*push)(int handle, const void *data, size_t size);
};

const struct transport *transport_find(const char *name);
char *load_identity(size_t *size);

#endif
