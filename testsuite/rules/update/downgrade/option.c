/* Who runs the program may ask for an older one. */
// expected-no-diagnostics
#include <stdio.h>
#include <string.h>

int compare_versions(const char *a, const char *b);

int main(int argc, char **argv) {
    if (argc < 4)
        return 2;
    if (argc > 4 && strcmp(argv[4], "--downgrade") == 0)
        return rename(argv[1], "/opt/meter/bin/meter.bin");
    if (compare_versions(argv[2], argv[3]) <= 0)
        return 1;
    return rename(argv[1], "/opt/meter/bin/meter.bin");
}
