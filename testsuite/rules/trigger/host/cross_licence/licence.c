#include "licence.h"

#include <stdio.h>

int licence_fits(const char *path) {
    unsigned number = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    int got = fscanf(file, "%x", &number);
    fclose(file);
    return got == 1 && number == host_number();
}
