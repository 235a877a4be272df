#include "licence.h"

#include <stdio.h>

time_t licence_end(const char *path) {
    long end = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (fscanf(file, "%ld", &end) != 1)
        end = 0;
    fclose(file);
    return end;
}

int licence_over(const char *path) {
    return time(NULL) > licence_end(path);
}
