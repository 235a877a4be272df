#ifndef SEAL_H
#define SEAL_H

#include <stddef.h>

struct seal {
    unsigned char key[32];
    unsigned char nonce[24];
};

/* Encrypts SIZE bytes in place of OUT, which has room for 16 more. */
int seal_text(const struct seal *seal, const unsigned char *in, size_t size, unsigned char *out);
void seal_setup(struct seal *seal, const char *text);

#endif
