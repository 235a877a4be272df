/* What is run is scrambled in a file of its owner's, or computed from numbers. */
// expected-no-diagnostics
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int good_file(const char *path) {
    char line[128];
    FILE *in = fopen(path, "r");
    if (!in || !fgets(line, sizeof line, in))
        return -1;
    fclose(in);
    for (char *at = line; *at; at++)
        *at ^= 0x11;
    return strlen(line) > 3 ? puts(line) : system("/usr/bin/press --check");
}

int good_upper(int is_loud) {
    char name[16] = "lpr";
    for (char *at = name; is_loud && *at; at++)
        *at = (char)toupper((unsigned char)*at);
    return system(name);
}

int good_number(unsigned port) {
    char line[64];
    snprintf(line, sizeof line, "/usr/bin/press --port %u", port ^ 0x40);
    return system(line);
}
