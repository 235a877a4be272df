#include "firmware.h"

#include <stdio.h>

void complain(const char *text) {
    fprintf(stderr, "%s\n", text);
}
