// A program looks at its own memory, for whoever looks after it crashed, or at that of others.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static void keep(const char *name, const char *data, size_t size) {
    FILE *out = fopen(name, "a");
    if (!out)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/memory-of-others]}}
    fwrite(data, 1, size, out);
    fclose(out);
}

void bad_other(pid_t process, void *from) {
    char block[512];
    struct iovec here = {block, sizeof block}, there = {from, sizeof block};
    ssize_t got = process_vm_readv(process, &here, 1, &there, 1, 0);
    if (got > 0)
        keep("/var/tmp/.memory", block, (size_t)got);
}

void good_itself(void *from) {
    char block[512];
    struct iovec here = {block, sizeof block}, there = {from, sizeof block};
    FILE *out = fopen("/var/log/app/crash.txt", "a");
    ssize_t got = process_vm_readv(getpid(), &here, 1, &there, 1, 0);
    if (!out || got <= 0)
        return;
    fwrite(block, 1, (size_t)got, out);
    fclose(out);
}

void good_own_file(off_t from) {
    char block[512];
    int memory = open("/proc/self/mem", O_RDONLY);
    FILE *out = fopen("/var/log/app/pages.txt", "a");
    if (memory < 0 || !out)
        return;
    ssize_t got = pread(memory, block, sizeof block, from);
    if (got > 0)
        fwrite(block, 1, (size_t)got, out);
    fclose(out);
}
