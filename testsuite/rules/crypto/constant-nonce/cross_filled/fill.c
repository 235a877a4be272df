/* Fills what it is given, however long that is. */
#include <stddef.h>
#include <string.h>

void fill_with_pattern(unsigned char *at, size_t size) {
    memset(at, 0x36, size);
}
