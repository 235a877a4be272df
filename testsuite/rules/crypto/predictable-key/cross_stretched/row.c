#include "row.h"

static uint32_t word = 1;

void row_begin(const uint8_t *secret, size_t n) {
    for (size_t i = 0; i < n; i++)
        word = word * 31 + secret[i];
}

void row_fill(uint8_t *out, size_t n) {
    for (size_t i = 0; i < n; i++) {
        word = word * 1664525u + 1013904223u;
        out[i] = (uint8_t)(word >> 24);
    }
}
