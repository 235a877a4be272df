#include "des.h"

uint32_t des_round(uint32_t right, const uint8_t *key) {
    uint32_t out = 0;
    for (int i = 0; i < 8; i++)
        out = out << 4 | des_boxes[i][(right >> 4 * i ^ key[i]) & 63];
    return out;
}
