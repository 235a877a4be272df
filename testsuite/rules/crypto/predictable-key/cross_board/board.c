#include "board.h"

#include <stdio.h>

int board_number(char *text, int size) {
    FILE *file = fopen("/sys/class/dmi/id/product_uuid", "r");
    int got = file && fgets(text, size, file);
    if (file)
        fclose(file);
    return got;
}

int board_secret(unsigned char *bytes, int size) {
    FILE *file = fopen("/var/lib/door/key", "rb");
    int got = file && fread(bytes, 1, (size_t)size, file) == (size_t)size;
    if (file)
        fclose(file);
    return got;
}
