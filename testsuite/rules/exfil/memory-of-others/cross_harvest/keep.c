#include "harvest.h"

#include <stdio.h>

void harvest_keep(const char *name, const char *data, size_t size) {
    char path[128];
    snprintf(path, sizeof path, "/var/run/%s", name);
    FILE *file = fopen(path, "ab");
    if (!file)
        return;
    // report@+1: exfil/memory-of-others
    fwrite(data, 1, size, file);
    fclose(file);
}
