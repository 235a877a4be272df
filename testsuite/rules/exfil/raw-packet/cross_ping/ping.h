#ifndef PING_H
#define PING_H

#include <stddef.h>

size_t ping_build(unsigned char *packet, unsigned short number);
int ping_send(const char *where, const unsigned char *packet, size_t size);

#endif
