#include "names.h"

#include <stdlib.h>

int run(unsigned seed) {
    // report: nothing
    return system(name_at(seed ^ 0x51));
}
