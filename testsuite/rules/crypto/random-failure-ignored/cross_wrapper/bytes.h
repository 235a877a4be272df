#ifndef BYTES_H
#define BYTES_H

#include <stddef.h>

/* 0, or -1 if there are none. */
int bytes_draw(unsigned char *out, size_t size);
int bytes_mac(const unsigned char *in, size_t size, unsigned char mac[32]);

#endif
