#ifndef PICK_H
#define PICK_H

#include <stddef.h>

char pick(const char *letters, size_t count);
void shuffle(int *items, size_t count);

#endif
