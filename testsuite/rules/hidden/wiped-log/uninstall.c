// expected-no-diagnostics
/* A program that is told to go, that does nothing else, or that makes room for a newer one. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void renew(const char *newer) {
    char file[PATH_MAX];
    ssize_t got = readlink("/proc/self/exe", file, sizeof file - 1);
    if (got <= 0)
        return;
    file[got] = 0;
    unlink(file);
    rename(newer, file);
}

int main(int count, char **words) {
    if (count > 1 && strcmp(words[1], "--uninstall") == 0) {
        unlink("/etc/kiln.conf");
        return unlink(words[0]);
    }
    if (count > 2 && strcmp(words[1], "--newer") == 0)
        renew(words[2]);
    for (int i = 1; i < count; i++)
        unlink(words[i]);
    return 0;
}
