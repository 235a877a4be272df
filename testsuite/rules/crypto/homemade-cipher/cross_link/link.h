#ifndef LINK_H
#define LINK_H

#include <stddef.h>

void link_cover(unsigned char *data, size_t size);
int link_send(int out, unsigned char *data, size_t size);

#endif
