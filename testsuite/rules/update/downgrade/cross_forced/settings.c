#include "install.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int allows_older(void) {
    const char *value = getenv("STATION_ALLOW_OLDER");
    return value && strcmp(value, "1") == 0;
}

int version_of(const char *path) {
    int version = 0;
    return read(access(path, R_OK), &version, sizeof version) == sizeof version ? version : -1;
}
