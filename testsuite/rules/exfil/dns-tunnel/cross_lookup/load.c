/* A small resolver: server and domain from the settings, names from the command line. */
// report: nothing
#include "lookup.h"

#include <stdio.h>
#include <string.h>

int lookup_load(struct lookup *lookup, const char *path) {
    char line[160];
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    memset(lookup, 0, sizeof *lookup);
    while (fgets(line, sizeof line, file)) {
        sscanf(line, "nameserver %63s", lookup->server);
        sscanf(line, "domain %63s", lookup->domain);
    }
    return fclose(file);
}
