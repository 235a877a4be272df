/* Functions of the C library that a program takes the place of. */
#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Entries with a certain beginning are passed over. */
struct dirent *readdir(DIR *folder) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/interposed]}}
    struct dirent *(*next)(DIR *) = dlsym(RTLD_NEXT, "readdir");
    struct dirent *entry;
    while ((entry = next(folder)) != NULL)
        if (strncmp(entry->d_name, ".plnt-", 6) != 0)
            return entry;
    return NULL;
}

/* One path does not exist. */
int stat(const char *path, struct stat *status) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/interposed]}}
    int (*real)(const char *, struct stat *) = dlsym(RTLD_NEXT, "stat");
    if (strstr(path, "/usr/lib/.plnt"))
        return -1;
    return real(path, status);
}

/* What is allocated is counted. */
static size_t allocated;

static size_t good_size(size_t size) {
    return (size + 15) & ~(size_t)15;
}

void *malloc(size_t size) {
    static void *(*real)(size_t);
    if (!real)
        real = dlsym(RTLD_NEXT, "malloc");
    allocated += good_size(size);
    return real(size);
}

static void good_tell(const char *what, const char *name) {
    fprintf(stderr, "%s %s\n", what, name);
}

/* Every file that is opened is told, and none is hidden. */
FILE *fopen(const char *path, const char *mode) {
    FILE *(*real)(const char *, const char *) = dlsym(RTLD_NEXT, "fopen");
    good_tell("open", path);
    return real(path, mode);
}
