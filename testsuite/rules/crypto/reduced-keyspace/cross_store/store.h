#ifndef STORE_H
#define STORE_H

#include <stddef.h>

struct store {
    unsigned char tag[16];
    unsigned char key[32];
    unsigned char nonce[24];
};

int store_open(struct store *store);
void store_mark(struct store *store);

#endif
