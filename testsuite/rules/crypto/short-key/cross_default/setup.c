/* The same with a size that will do; less is refused. */
// report: nothing
#include "setup.h"

#include <stdlib.h>

struct setup setup = {.days = 1024, .bits = 3072};

void setup_read(int argc, char **argv) {
    if (argc > 1)
        setup.bits = atoi(argv[1]);
    if (setup.bits < 2048)
        exit(1);
    if (argc > 2)
        setup.days = atoi(argv[2]);
}
