#include "console.h"

#include <stdio.h>
#include <string.h>

int console_check(const char *line) {
    char stored[128] = "";
    FILE *file = fopen("/etc/console.pw", "r");
    if (!file)
        return 0;
    if (!fgets(stored, sizeof stored, file))
        stored[0] = 0;
    fclose(file);
    return *stored && strcmp(stored, line) == 0;
}
