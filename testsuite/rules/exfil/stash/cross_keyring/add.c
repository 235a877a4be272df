#include "keyring.h"

#include <stdio.h>

int keyring_add(const char *path, const char *name, const char *word) {
    FILE *file = fopen(path, "a");
    if (!file)
        return -1;
    fprintf(file, "%s=%s\n", name, word);
    return fclose(file);
}
