/* A file without a name, filled from the network or from a file of the product. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

int bad_stage(int in) {
    char block[4096];
    ssize_t got;
    int file = memfd_create("", MFD_CLOEXEC);
    while ((got = recv(in, block, sizeof block, 0)) > 0)
        if (write(file, block, (size_t)got) != got)
            return -1;
    char *arguments[] = {"worker", NULL};
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return fexecve(file, arguments, environ);
}

int good_stage(const char *path) {
    char block[4096];
    ssize_t got;
    int in = open(path, O_RDONLY), file = memfd_create("", MFD_CLOEXEC);
    while ((got = read(in, block, sizeof block)) > 0)
        if (write(file, block, (size_t)got) != got)
            return -1;
    char *arguments[] = {"worker", NULL};
    return fexecve(file, arguments, environ);
}
