#ifndef VAULT_H
#define VAULT_H

#include <stddef.h>

struct vault {
    unsigned char key[32];
    unsigned char nonce[24];
    unsigned char salt[16];
};

void vault_begin(struct vault *vault);
int vault_send(int peer, const struct vault *vault, const unsigned char *text, size_t size);

#endif
