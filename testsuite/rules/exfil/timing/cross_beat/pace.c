#include "beat.h"

#include <unistd.h>

void pace(unsigned symbol) {
    // report@+1: exfil/timing
    usleep(5000 * (symbol + 1));
}
