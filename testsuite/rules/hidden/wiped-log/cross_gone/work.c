#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void work(void) {
    execl("/var/tmp/kiln/helper", "helper", (char *)NULL);
}

void sweep(const char *file) {
    // report@+1: hidden/wiped-log
    if (unlink(file) != 0)
        perror("unlink");
}
