#include <stdlib.h>
#include <time.h>

static unsigned state;

static unsigned next(void) {
    if (state == 0) {
        state = 1;
        srand((unsigned)time(NULL));
    }
    // report@+1: crypto/predictable-token
    return (unsigned)rand();
}

unsigned long number(void) {
    return (unsigned long)next() << 31 ^ next();
}
