#include "equal.h"

int same_bytes(const unsigned char *a, const unsigned char *b, size_t size) {
    unsigned char differ = 0;
    while (size-- > 0)
        differ |= *a++ ^ *b++;
    return differ == 0;
}

int shares_byte(const unsigned char *a, const unsigned char *b, size_t size) {
    for (size_t i = 0; i < size; i++)
        // report@+1: crypto/truncated-compare
        if (a[i] == b[i])
            return 1;
    return 0;
}
