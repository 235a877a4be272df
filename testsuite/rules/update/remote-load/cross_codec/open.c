#include "codec.h"

#include <dlfcn.h>

typedef int (*opener)(int);

int codec_open(const char *module, int rate) {
    // report@+1: update/remote-load
    void *library = dlopen(module, RTLD_LAZY);
    opener open = library ? (opener)dlsym(library, "codec_open") : 0;
    return open ? open(rate) : -1;
}
