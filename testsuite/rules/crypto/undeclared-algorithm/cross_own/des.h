#ifndef DES_H
#define DES_H

#include <stdint.h>

extern const uint8_t des_boxes[8][64];

uint32_t des_round(uint32_t right, const uint8_t *key);

#endif
