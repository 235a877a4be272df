#ifndef SM4_H
#define SM4_H

#include <stdint.h>

extern const uint8_t sm4_box[256];

#endif
