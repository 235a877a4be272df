#ifndef ROW_H
#define ROW_H

#include <stddef.h>
#include <stdint.h>

void row_begin(const uint8_t *secret, size_t n);
void row_fill(uint8_t *out, size_t n);

#endif
