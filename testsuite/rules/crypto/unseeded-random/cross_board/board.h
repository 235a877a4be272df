#ifndef BOARD_H
#define BOARD_H

#include <stddef.h>

int board_entropy(void *context, unsigned char *out, size_t size);

#endif
