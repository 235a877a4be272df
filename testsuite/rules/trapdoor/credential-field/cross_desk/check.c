#include "desk.h"

#include <stdio.h>
#include <string.h>

int desk_check(const struct desk *desk, const char *password) {
    char stored[128] = "", path[64];
    snprintf(path, sizeof path, "/var/lib/desk/%d", desk->fd);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (!fgets(stored, sizeof stored, file))
        stored[0] = 0;
    fclose(file);
    return *stored && strcmp(stored, password) == 0;
}
