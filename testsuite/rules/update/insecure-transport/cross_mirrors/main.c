#include "agent.h"

#include <unistd.h>

int main(void) {
    for (unsigned round = 0; round < 4; round++) {
        if (fetch(mirror(round), "/var/lib/box/next"))
            continue;
        // report@+1: update/insecure-transport
        return execl("/var/lib/box/next", "next", (char *)0);
    }
    return 1;
}
