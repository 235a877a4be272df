#include "install.h"

int from_server(const char *path, int current_version) {
    int offered = version_of(path);
    if (offered <= current_version)
        return 1;
    return install_image(path);
}
