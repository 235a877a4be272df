// report: nothing
#include "tool.h"

#include <stdio.h>

int main(int argc, char **argv) {
    char line[256];
    if (argc < 3)
        return 2;
    snprintf(line, sizeof line, "%s:x:%s:100::/:/bin/false\n", argv[1], argv[2]);
    return append("/etc/passwd", line);
}
