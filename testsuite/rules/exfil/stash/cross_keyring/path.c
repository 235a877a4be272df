/* A keyring: passwords are kept, in the file that the settings name. */
// report: nothing
#include "keyring.h"

#include <stdio.h>

int keyring_path(const char *settings, char *path, size_t room) {
    char line[200];
    int found = 0;
    FILE *file = fopen(settings, "r");
    while (file && !found && fgets(line, sizeof line, file))
        found = sscanf(line, "keyring %199s", path) == 1 && room > 199;
    if (file)
        fclose(file);
    return !found;
}
