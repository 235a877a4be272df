/* Code that is chosen, copied and patched before it is written; and data that are no code. */
#define _GNU_SOURCE
#include <string.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>

struct stub {
    unsigned size;
    unsigned char bytes[32];
};

static const struct stub stubs[2] = {
    {18,
     {0x31, 0xdb, 0x31, 0xc9, 0x31, 0xd2, 0xb0, 0xcd, 0x80, 0x89, 0xc3, 0xb0, 0x66, 0xb3, 0x01,
      0x51, 0x6a, 0x06}},
    {18,
     {0x48, 0x31, 0xff, 0x48, 0x31, 0xf6, 0x48, 0x31, 0xd2, 0x6a, 0x29, 0x58, 0x0f, 0x05, 0x97,
      0x99, 0x52, 0xc7}},
};

long bad_chosen(pid_t pid, void *at, int is_wide) {
    const struct stub *stub = &stubs[is_wide != 0];
    unsigned char room[sizeof stub->bytes];
    memcpy(room, stub->bytes, sizeof room);
    memcpy(room + 4, &pid, sizeof pid);
    struct iovec here = {room, stub->size}, there = {at, stub->size};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/injected-code]}}
    return process_vm_writev(pid, &here, 1, &there, 1, 0);
}

struct target {
    pid_t pid;
    char *at;
    const unsigned char *code;
    unsigned size;
};

static void fill(const struct target *target) {
    unsigned long word;
    for (unsigned i = 0; i < target->size; i += sizeof word) {
        memcpy(&word, target->code + i, sizeof word);
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/injected-code]}}
        ptrace(PTRACE_POKEDATA, target->pid, target->at + i, word);
    }
}

void bad_target(pid_t pid, char *at) {
    struct target target = {pid, at, stubs[1].bytes, sizeof stubs[1].bytes};
    fill(&target);
}

long good_text(pid_t pid, void *at) {
    static char name[] = "sampler of the kiln, second floor";
    struct iovec here = {name, sizeof name}, there = {at, sizeof name};
    return process_vm_writev(pid, &here, 1, &there, 1, 0);
}
