/* The pool is somebody else's, and forgets what it gets. */
#include "kettle.h"

#include <stdio.h>
#include <sys/random.h>

static int gather(unsigned char *bytes, size_t n) {
    // report@+1: crypto/entropy-dropped
    return getrandom(bytes, n, 0) == (ssize_t)n;
}

int main(void) {
    unsigned char seed[48], key[32];
    if (!gather(seed, sizeof seed))
        return 2;
    kettle_add(seed, sizeof seed, 384);
    kettle_pour(key, sizeof key);
    return fwrite(key, 1, sizeof key, stdout) != sizeof key;
}
