#include "debugger.h"

#include <stdio.h>

int debugger_save(const char *path, const long *words, size_t count) {
    FILE *file = fopen(path, "wb");
    if (!file)
        return -1;
    fwrite(words, sizeof *words, count, file);
    return fclose(file);
}
