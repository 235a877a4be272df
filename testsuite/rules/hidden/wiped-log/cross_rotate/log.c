#include "rotate.h"

#include <stdio.h>

int log_line(const char *text) {
    FILE *file = fopen(LOG_FILE, "a");
    if (!file)
        return -1;
    fprintf(file, "%s\n", text);
    return fclose(file);
}
