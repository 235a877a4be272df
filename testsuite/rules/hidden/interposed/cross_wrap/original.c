#define _GNU_SOURCE
#include "wrap.h"

#include <dlfcn.h>
#include <stdio.h>

void *original(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

void count(const char *name) {
    fprintf(stderr, "%s\n", name);
}
