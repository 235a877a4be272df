// report: nothing
#include "tools.h"

#include <stdio.h>
#include <string.h>

static const struct tool tools[] = {{"shell", tool_shell}, {"list", tool_list}};

int main(int argc, char **argv) {
    for (size_t i = 0; argc > 1 && i < sizeof tools / sizeof *tools; i++)
        if (strcmp(argv[1], tools[i].name) == 0)
            return tools[i].run(argc, argv);
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
        puts(tools[i].name);
    return 1;
}
