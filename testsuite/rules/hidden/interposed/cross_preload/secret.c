#include "preload.h"

#include <string.h>

int is_secret(const char *name) {
    return strstr(name, "/etc/plnt.conf") != 0;
}
