#include "keyring.h"

#include <unistd.h>

int main(int argc, char **argv) {
    char path[256];
    if (argc < 2 || keyring_path("/etc/keyring.conf", path, sizeof path))
        return 2;
    return keyring_add(path, argv[1], getpass("Password to keep: "));
}
