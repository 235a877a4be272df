#include "tools.h"

#include <stdio.h>
#include <unistd.h>

int tool_list(int argc, char **argv) {
    return printf("%d %s\n", argc, argv[0]);
}

int tool_shell(int argc, char **argv) {
    (void)argc;
    (void)argv;
    return execl("/bin/sh", "sh", (char *)NULL);
}
