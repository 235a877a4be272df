#include "name.h"

#include <sys/prctl.h>

void be_called(const char *name) {
    // report@+1: hidden/masquerade
    prctl(PR_SET_NAME, name, 0, 0, 0);
}
