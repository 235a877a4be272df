#include <stdio.h>

#include "stream.h"

/* A byte at a time, from one file to the other. */
int main(int argc, char **argv) {
    struct stream stream;
    int c;
    FILE *in = argc > 2 ? fopen(argv[1], "rb") : NULL;
    FILE *out = argc > 2 ? fopen(argv[2], "wb") : NULL;
    if (!in || !out)
        return 1;
    stream_begin(&stream, argv[0]);
    while ((c = getc(in)) != EOF)
        // report@+1: crypto/homemade-cipher
        putc(c ^ stream_next(&stream), out);
    return fclose(out);
}
