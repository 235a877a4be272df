// report: nothing
#include "frame.h"

#include <string.h>

int same(const void *a, const void *b, size_t n) {
    return memcmp(a, b, n) == 0;
}
