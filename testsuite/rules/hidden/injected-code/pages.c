/* All at once. */
#define _GNU_SOURCE
#include <sys/uio.h>

static unsigned char stub[] = "\x55\x48\x89\xe5\x48\x8d\x3d\x10\x20\x30\x41\xff\xd0\x5d\xc3";

long bad_page(pid_t pid, void *at) {
    struct iovec here = {stub, sizeof stub}, there = {at, sizeof stub};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/injected-code]}}
    return process_vm_writev(pid, &here, 1, &there, 1, 0);
}

/* A checkpoint is put back. */
long good_restored(pid_t pid, void *at, unsigned char *saved, size_t size) {
    struct iovec here = {saved, size}, there = {at, size};
    process_vm_readv(pid, &here, 1, &there, 1, 0);
    return process_vm_writev(pid, &here, 1, &there, 1, 0);
}
