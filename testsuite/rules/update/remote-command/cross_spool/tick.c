#include "spool.h"
#include <stdio.h>
#include <stdlib.h>

int bad_tick(void) {
    char line[256];
    int result = -1;
    FILE *file = fopen(SPOOL, "r");
    if (!file)
        return -1;
    if (fgets(line, sizeof line, file))
        // report@+1: update/remote-command
        result = system(line);
    fclose(file);
    remove(SPOOL);
    return result;
}

int good_tick(void) {
    char line[256];
    int result = -1;
    FILE *file = fopen("/etc/sensord/tick", "r");
    if (!file)
        return -1;
    if (fgets(line, sizeof line, file))
        result = system(line);
    fclose(file);
    return result;
}
