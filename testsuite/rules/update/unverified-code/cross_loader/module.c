/* Keeps the bytes in a file, and loads the file. */
#include "loader.h"

#include <dlfcn.h>
#include <stdio.h>

int module_write(void *context, const void *data, size_t size) {
    struct module *module = context;
    FILE *file = fopen(module->path, "ab");
    if (!file)
        return -1;
    size_t written = fwrite(data, 1, size, file);
    return fclose(file) || written != size;
}

int module_load(struct module *module) {
    // report@+1: update/unverified-code
    module->handle = dlopen(module->path, RTLD_NOW | RTLD_LOCAL);
    return module->handle ? 0 : -1;
}
