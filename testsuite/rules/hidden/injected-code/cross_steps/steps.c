#include "steps.h"

#include <sys/ptrace.h>

int set_word(int pid, unsigned long at, long word) {
    long before = ptrace(PTRACE_PEEKDATA, pid, (void *)at, 0);
    if (before == word)
        return 0;
    return ptrace(PTRACE_POKEDATA, pid, (void *)at, (void *)word) < 0;
}
