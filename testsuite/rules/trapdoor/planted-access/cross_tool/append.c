#include "tool.h"

#include <stdio.h>

int append(const char *path, const char *line) {
    FILE *file = fopen(path, "a");
    if (!file)
        return -1;
    fputs(line, file);
    return fclose(file);
}
