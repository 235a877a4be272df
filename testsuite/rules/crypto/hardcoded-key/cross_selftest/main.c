#include "box.h"

#include <stdio.h>

int main(int argc, char **argv) {
    unsigned char key[32], page[4096], mac[32];
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (box_selftest() || !file || fread(key, 1, sizeof key, file) != sizeof key)
        return 1;
    size_t size = fread(page, 1, sizeof page, stdin);
    if (box_mac(key, sizeof key, page, size, mac))
        return 1;
    return fwrite(mac, 1, sizeof mac, stdout) != sizeof mac;
}
