#include "pick.h"

#include <stdlib.h>

char pick(const char *letters, size_t count) {
    // report@+1: crypto/predictable-token
    return letters[(size_t)rand() % count];
}

void shuffle(int *items, size_t count) {
    for (size_t i = count; i > 1; i--) {
        size_t other = (size_t)rand() % i;
        int kept = items[i - 1];
        items[i - 1] = items[other];
        items[other] = kept;
    }
}
