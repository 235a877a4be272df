#include "broom.h"

#include <unistd.h>

int broom_sweep(const char *path) {
    // report@+1: hidden/wiped-log
    return unlink(path);
}
