#include "options.h"

#include <string.h>

struct options options = {"https://tool.example/", 3, 1};

void options_load(int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--insecure") == 0)
            options.strict = 0;
        else
            options.url = argv[i];
}
