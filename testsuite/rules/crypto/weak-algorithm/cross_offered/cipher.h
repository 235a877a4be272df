#ifndef CIPHER_H
#define CIPHER_H

#include <stddef.h>

struct rc4_key_st {
    unsigned x, y, data[256];
};
typedef struct rc4_key_st RC4_KEY;

void RC4(RC4_KEY *key, size_t size, const unsigned char *in, unsigned char *out);

struct method {
    const char *name;
    void (*crypt)(void *state, unsigned char *out, const unsigned char *in, size_t size);
};

extern const struct method methods[];

#endif
