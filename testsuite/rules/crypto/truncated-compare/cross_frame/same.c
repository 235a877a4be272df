#include "frame.h"

#include <string.h>

int same(const void *a, const void *b, size_t n) {
    // report@+1: crypto/truncated-compare
    return memcmp(a, b, n) == 0;
}
