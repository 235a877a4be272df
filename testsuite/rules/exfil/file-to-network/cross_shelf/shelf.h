#ifndef SHELF_H
#define SHELF_H

#include <stddef.h>

struct shelf {
    char data[4096];
    size_t used;
    int (*drain)(struct shelf *shelf);
};

extern struct shelf shelf;

void shelf_fill(const char *path);
int shelf_drain(struct shelf *shelf);

#endif
