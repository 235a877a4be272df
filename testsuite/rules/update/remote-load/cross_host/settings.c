/* A host of plugins: its settings name them, and the peer only uses what is loaded. */
#include "host.h"

#include <stdio.h>
#include <string.h>

int settings_plugin(char *path, size_t size) {
    FILE *file = fopen("/etc/station/plugins.conf", "r");
    if (!file)
        return -1;
    char *line = fgets(path, (int)size, file);
    fclose(file);
    if (line)
        path[strcspn(path, "\n")] = '\0';
    return line ? 0 : -1;
}
