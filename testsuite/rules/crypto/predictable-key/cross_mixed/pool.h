#ifndef POOL_H
#define POOL_H

#include <stddef.h>

struct pool {
    unsigned char bytes[64];
};

int pool_fill(struct pool *pool);
int pool_key(const struct pool *pool, unsigned char key[32]);

#endif
