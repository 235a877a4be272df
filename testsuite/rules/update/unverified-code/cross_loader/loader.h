#ifndef LOADER_H
#define LOADER_H

#include <stddef.h>

typedef int (*consumer)(void *context, const void *data, size_t size);

struct module {
    char path[128];
    void *handle;
};

int download(const char *url, consumer consume, void *context);
int module_write(void *context, const void *data, size_t size);
int module_load(struct module *module);

#endif
