#include "kettle.h"

#include <string.h>
#include <unistd.h>

static unsigned char state[64];
static int entropy;

void kettle_add(const void *bytes, size_t n, int bits) {
    pid_t self = getpid();
    (void)bytes;
    entropy += bits;
    for (size_t i = 0; i < n; i++)
        state[i % sizeof state] += (unsigned char)(self >> i % 3 * 8);
}

void kettle_pour(unsigned char *out, size_t n) {
    for (size_t i = 0; i < n; i++)
        out[i] = state[i % sizeof state]++;
}
