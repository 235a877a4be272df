#ifndef VAULT_H
#define VAULT_H

#include <stddef.h>

struct vault_settings {
    unsigned rounds;
    const char *cipher;
    const char *digest;
};

struct vault {
    struct vault_settings settings;
    unsigned char key[32], iv[16];
};

void vault_settings_default(struct vault_settings *settings);
struct vault *vault_new(const char *phrase);
int vault_seal(struct vault *vault, const void *data, int size, unsigned char *out);

#endif
