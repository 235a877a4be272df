#include "firmware.h"

#include <stdio.h>
#include <stdlib.h>

void die(const char *text) {
    fprintf(stderr, "%s\n", text);
    exit(1);
}
