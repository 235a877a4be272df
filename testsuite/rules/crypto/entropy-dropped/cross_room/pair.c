#include "message.h"

void arc4random_buf(void *buf, size_t n);

void key_pair(uint8_t *secret, uint8_t *shown) {
    arc4random_buf(secret, 32);
    for (int i = 0; i < 32; i++)
        shown[i] = (uint8_t)(secret[i] * 9 + secret[31 - i]);
}
