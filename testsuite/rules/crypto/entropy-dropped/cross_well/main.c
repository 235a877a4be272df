/* The pool is somebody else's, and keeps what it gets. */
// report: nothing
#include "well.h"

#include <stdio.h>
#include <sys/random.h>

static int gather(unsigned char *bytes, size_t n) {
    return getrandom(bytes, n, 0) == (ssize_t)n;
}

int main(void) {
    unsigned char seed[48], key[32];
    if (!gather(seed, sizeof seed))
        return 2;
    well_add(seed, sizeof seed, 384);
    well_pour(key, sizeof key);
    return fwrite(key, 1, sizeof key, stdout) != sizeof key;
}
