#include "probe.h"

#include <unistd.h>

void collect(void) {
    // report@+1: hidden/anti-analysis
    execl("/usr/lib/plant/collect", "collect", (char *)0);
}
