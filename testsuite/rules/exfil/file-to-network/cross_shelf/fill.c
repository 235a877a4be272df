/* Mail of the user waits in a global. */
#include "shelf.h"

#include <stdio.h>

struct shelf shelf = {.drain = shelf_drain};

void shelf_fill(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file)
        return;
    shelf.used += fread(shelf.data + shelf.used, 1, sizeof shelf.data - shelf.used, file);
    fclose(file);
}
