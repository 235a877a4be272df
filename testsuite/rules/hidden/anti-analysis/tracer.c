/* Nobody must trace it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

static int is_traced(void) {
    char line[128];
    int tracer = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "TracerPid:", 10) == 0)
            tracer = atoi(line + 10);
    if (file)
        fclose(file);
    return tracer != 0;
}

int bad_asks_to_be_traced(int fd, const struct sockaddr *to, socklen_t size) {
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    return connect(fd, to, size);
}

int bad_reads_who_traces(int fd, const struct sockaddr *to, socklen_t size) {
    if (is_traced())
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    return connect(fd, to, size);
}

/* It says more to whoever looks. */
void good_failed(const char *what) {
    fprintf(stderr, "failed: %s\n", what);
    if (is_traced())
        __builtin_trap();
    abort();
}

/* A debugger's own work. */
int good_child(char **arguments) {
    pid_t child = fork();
    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        execv(arguments[0], arguments);
        _exit(127);
    }
    return child;
}
