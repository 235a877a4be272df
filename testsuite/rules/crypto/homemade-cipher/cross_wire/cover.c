/* Differences between neighbours, as for compression. */
#include "wire.h"

void wire_cover(unsigned char *data, size_t size) {
    for (size_t i = size; i-- > 1;)
        data[i] ^= data[i - 1];
}
