#ifndef STORE_H
#define STORE_H

#include <stddef.h>

struct store {
    unsigned char *bytes;
    size_t used, room;
};

int piece_read(int in, struct store *store);
void store_open(struct store *store, unsigned char seed);
int store_run(struct store *store);

#endif
