/* A debugger: memory goes to the screen, or to the file that the user names. */
// report: nothing
#include "debugger.h"

#include <sys/ptrace.h>

long debugger_word(pid_t pid, unsigned long at) {
    return ptrace(PTRACE_PEEKTEXT, pid, (void *)at, NULL);
}
