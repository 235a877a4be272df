#define _GNU_SOURCE
#include "preload.h"

#include <dlfcn.h>

void *original(const char *name) {
    // report@+1: hidden/interposed
    return dlsym(RTLD_NEXT, name);
}
