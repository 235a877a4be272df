// Files that have the number of the process in their name.
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void keep(int from, const char *path) {
    char part[4096];
    ssize_t n;
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0700);
    while (file >= 0 && (n = recv(from, part, sizeof part, 0)) > 0)
        write(file, part, (size_t)n);
    close(file);
}

void *bad_extend(int from) {
    char path[64];
    snprintf(path, sizeof path, "/var/lib/meter/.%ld.so", (long)getpid());
    keep(from, path);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return dlopen(path, RTLD_NOW);
}

/* The folder of a user holds what is fetched, and that of another what is loaded. */
void *good_extend(int from, const char *user, const char *owner) {
    char path[256];
    snprintf(path, sizeof path, "/srv/%s", user);
    keep(from, path);
    snprintf(path, sizeof path, "/srv/%s", owner);
    return dlopen(path, RTLD_NOW);
}
