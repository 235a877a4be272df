#include "keeper.h"

#include <stdio.h>

int put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    if (!file)
        return -1;
    int result = fputs(text, file);
    return fclose(file) || result < 0 ? -1 : 0;
}
