#include "bytes.h"

#include <openssl/rand.h>

int bytes_draw(unsigned char *out, size_t size) {
    return RAND_bytes(out, (int)size) == 1 ? 0 : -1;
}
