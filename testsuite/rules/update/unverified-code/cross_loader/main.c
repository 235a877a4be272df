#include "loader.h"

#include <stdio.h>

int main(void) {
    struct module module = {.handle = NULL};
    snprintf(module.path, sizeof module.path, "/var/lib/agent/extra.so");
    if (download("https://modules.vendor.example/extra", module_write, &module))
        return 1;
    return module_load(&module);
}
