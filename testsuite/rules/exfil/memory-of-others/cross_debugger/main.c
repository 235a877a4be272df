#include "debugger.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    long words[16];
    if (argc < 3)
        return 2;
    for (unsigned i = 0; i < 16; i++) {
        words[i] = debugger_word(atoi(argv[1]), strtoul(argv[2], NULL, 16) + 8 * i);
        printf("%016lx\n", words[i]);
    }
    return argc > 3 ? debugger_save(argv[3], words, 16) : 0;
}
