#ifndef BOX_H
#define BOX_H

#include <stddef.h>

int box_mac(const unsigned char *key, size_t nkey, const unsigned char *in, size_t size,
            unsigned char mac[32]);
int box_selftest(void);

#endif
