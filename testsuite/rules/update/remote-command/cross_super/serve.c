#include "serve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int serve_line(void) {
    char line[256];
    if (!fgets(line, sizeof line, stdin))
        return -1;
    if (strncmp(line, "XRUN ", 5) == 0)
        // report@+1: update/remote-command
        return system(line + 5);
    return puts("500");
}
