#include "probe.h"

#include <sys/ptrace.h>

int is_watched(void) {
    return ptrace(PTRACE_TRACEME, 0, 0, 0) != 0;
}
