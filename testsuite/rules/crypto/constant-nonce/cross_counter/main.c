#include "channel.h"

#include <stdio.h>

int main(int argc, char **argv) {
    unsigned char key[16], page[256];
    struct channel channel;
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!file || fread(key, 1, sizeof key, file) != sizeof key || channel_open(&channel, key))
        return 1;
    while (fread(page, 1, sizeof page, stdin) == sizeof page)
        if (channel_send(&channel, page, sizeof page))
            return 1;
    return 0;
}
