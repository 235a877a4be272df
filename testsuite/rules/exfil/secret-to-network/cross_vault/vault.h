#ifndef VAULT_H
#define VAULT_H

#include <stddef.h>

struct vault {
    char label[24];
    unsigned char key[32];
    unsigned uses;
};

void vault_open(struct vault *vault);
void vault_close(struct vault *vault);
int status_send(const struct vault *vault);

#endif
