#include "setup.h"

#include <stdlib.h>

/* What holds unless somebody asks for more. */
struct setup setup = {.days = 90, .bits = 1024};

void setup_read(int argc, char **argv) {
    if (argc > 1)
        setup.bits = atoi(argv[1]);
    if (argc > 2)
        setup.days = atoi(argv[2]);
}
