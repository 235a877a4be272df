/* A library has the primitive itself, */
#include "cipher.h"

void RC4(RC4_KEY *key, size_t size, const unsigned char *in, unsigned char *out) {
    for (size_t i = 0; i < size; i++) {
        unsigned tx = key->data[key->x = (key->x + 1) & 255];
        unsigned ty = key->data[key->y = (key->y + tx) & 255];
        key->data[key->x] = ty;
        key->data[key->y] = tx;
        out[i] = in[i] ^ (unsigned char)key->data[(tx + ty) & 255];
    }
}
