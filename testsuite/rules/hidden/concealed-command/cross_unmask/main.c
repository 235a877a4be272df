#include "mask.h"

#include <stdlib.h>

static const unsigned char message[] = {0x41, 0x2c, 0x6e, 0x0b, 0x10, 0x9d, 0x7c, 0x20, 0x66};

int main(void) {
    char text[32];
    unmask(text, message, sizeof message, 0x33);
    // report@+1: hidden/concealed-command
    return system(text);
}
