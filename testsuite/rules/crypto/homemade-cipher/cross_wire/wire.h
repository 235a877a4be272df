#ifndef WIRE_H
#define WIRE_H

#include <stddef.h>

void wire_cover(unsigned char *data, size_t size);
int wire_send(int out, unsigned char *data, size_t size);

#endif
