/* The memory comes through an out-parameter and goes where a helper in another unit puts it. */
#define _GNU_SOURCE
#include "harvest.h"

#include <stdlib.h>
#include <sys/uio.h>

size_t harvest_take(pid_t pid, unsigned long from, char **data) {
    char *block = malloc(4096);
    struct iovec here = {block, 4096}, there = {(void *)from, 4096};
    ssize_t got = block ? process_vm_readv(pid, &here, 1, &there, 1, 0) : -1;
    *data = block;
    return got < 0 ? 0 : (size_t)got;
}
