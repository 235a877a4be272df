/* Reads the user's SSH key to the heap; the caller gets it through the return value. */
#include "transport.h"

#include <stdio.h>
#include <stdlib.h>

char *load_identity(size_t *size) {
    char path[512];
    snprintf(path, sizeof path, "%s/.ssh/id_ed25519", getenv("HOME"));
    FILE *file = fopen(path, "r");
    char *text = malloc(8192);
    if (!file || !text) {
        free(text);
        return NULL;
    }
    *size = fread(text, 1, 8192, file);
    fclose(file);
    return text;
}
