// report: nothing
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pages.h"

struct cell {
    int (*run)(int);
    unsigned char code[4000];
};

/* Only what was made here is opened, and a function is kept in there. */
struct cell *cell_make(const unsigned char *code, size_t size) {
    struct cell *cell = aligned_alloc(4096, 4096);
    if (!cell || size > sizeof cell->code || page_open(cell, sizeof *cell) != 0)
        return NULL;
    cell->run = isatty;
    memcpy(cell->code, code, size);
    return page_seal(cell, sizeof *cell) == 0 ? cell : NULL;
}
