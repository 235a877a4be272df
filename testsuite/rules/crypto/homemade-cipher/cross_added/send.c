#include <stdio.h>
#include <sys/socket.h>

#include "mix.h"

int bad_send(FILE *in, int out) {
    char block[128];
    size_t size = fread(block, 1, sizeof block, in);
    mix(block, size);
    // report@+1: crypto/homemade-cipher
    return send(out, block, size, 0) < 0 ? -1 : 0;
}

int good_send(FILE *in, int out) {
    char block[128];
    size_t size = fread(block, 1, sizeof block, in);
    upper(block, size);
    return send(out, block, size, 0) < 0 ? -1 : 0;
}
