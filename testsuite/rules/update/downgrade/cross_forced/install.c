// report: nothing
#include "install.h"

#include <stdio.h>

int install_image(const char *path) {
    return rename(path, "/boot/firmware.bin");
}

int update(const char *path, int current_version) {
    if (version_of(path) <= current_version && !allows_older())
        return 1;
    return install_image(path);
}

int check_and_update(const char *path, int current_version) {
    return version_of(path) > current_version ? install_image(path) : 1;
}
