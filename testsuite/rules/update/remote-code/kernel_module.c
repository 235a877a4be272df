/* The kernel gets a module: from a peer, or from a file of the system. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

int init_module(void *image, unsigned long size, const char *parameters);
int finit_module(int fd, const char *parameters, int flags);

static void *collect(int in, size_t size) {
    unsigned char *image = malloc(size);
    size_t used = 0;
    ssize_t got;
    while (image && used < size && (got = recv(in, image + used, size - used, 0)) > 0)
        used += (size_t)got;
    return image;
}

int bad_module(int in, size_t size) {
    void *image = collect(in, size);
    if (!image)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return init_module(image, size, "");
}

int good_module(const char *path) {
    int fd = open(path, O_RDONLY);
    return fd < 0 ? -1 : finit_module(fd, "", 0);
}

int good_mapped(const char *path) {
    struct stat status;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &status))
        return -1;
    void *image = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    return init_module(image, (unsigned long)status.st_size, "");
}
