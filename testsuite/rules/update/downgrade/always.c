/* Every way asks; and a program that never asks has no sibling that does. */
// expected-no-diagnostics
#include <stdio.h>
#include <stdlib.h>

int compare_versions(const char *a, const char *b);

static int put_in_place(const char *path) {
    return rename(path, "/opt/meter/bin/meter.bin");
}

int good_from_server(const char *path, const char *version, const char *now) {
    return compare_versions(version, now) > 0 ? put_in_place(path) : -1;
}

int good_from_stick(const char *path, const char *version, const char *now) {
    if (compare_versions(version, now) <= 0)
        return -1;
    return put_in_place(path);
}

int good_first_install(const char *path) {
    return rename(path, "/opt/meter/bin/config.bin");
}
