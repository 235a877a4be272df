/* Pieces of the program that are written word by word, and what a debugger writes. */
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>

static const unsigned char code[24] = {0x48, 0x31, 0xc0, 0x50, 0x48, 0xbf, 0x2f, 0x62,
                                       0x69, 0x6e, 0x2f, 0x2f, 0x73, 0x68, 0x57, 0x54};

long bad_words(pid_t pid) {
    struct user_regs_struct registers;
    long word;
    ptrace(PTRACE_ATTACH, pid, 0, 0);
    waitpid(pid, NULL, 0);
    ptrace(PTRACE_GETREGS, pid, 0, &registers);
    for (unsigned i = 0; i < sizeof code; i += sizeof word) {
        memcpy(&word, code + i, sizeof word);
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/injected-code]}}
        ptrace(PTRACE_POKETEXT, pid, (void *)(registers.rip + i), (void *)word);
    }
    return ptrace(PTRACE_DETACH, pid, 0, 0);
}

/* A breakpoint, and what was there before. */
long good_breakpoint(pid_t pid, unsigned long at) {
    long before = ptrace(PTRACE_PEEKTEXT, pid, (void *)at, 0);
    long with = (before & ~0xffL) | 0xcc;
    ptrace(PTRACE_POKETEXT, pid, (void *)at, (void *)with);
    ptrace(PTRACE_CONT, pid, 0, 0);
    waitpid(pid, NULL, 0);
    return ptrace(PTRACE_POKETEXT, pid, (void *)at, (void *)before);
}

/* What a user says that a variable shall be. */
long good_variable(pid_t pid, unsigned long at, long value) {
    return ptrace(PTRACE_POKEDATA, pid, (void *)at, (void *)value);
}
