/* All steps are there, behind a table of functions. */
#include "digester.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    unsigned char digest[32], block[512];
    size_t size;
    void *state = malloc(256);
    const struct digester *used = &digester;
    (void)argc;
    (void)argv;
    if (!state)
        return 2;
    used->begin(state);
    while ((size = fread(block, 1, sizeof block, stdin)) > 0)
        used->add(state, block, size);
    used->end(state, digest);
    free(state);
    return digest[0];
}
