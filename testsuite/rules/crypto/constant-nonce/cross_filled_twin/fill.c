/* Fills what it is given with random bytes, and the rest of a block with a constant. */
#include <string.h>
#include <sys/random.h>

int fill_with_noise(unsigned char *at, size_t size) {
    return getrandom(at, size, 0) == (ssize_t)size ? 0 : -1;
}

void fill_rest(unsigned char *at, size_t used, size_t size) {
    memset(at + used, (int)(size - used), size - used);
}
