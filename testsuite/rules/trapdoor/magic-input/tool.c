/* Tools that start a shell where their manual says so. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
// expected-no-diagnostics

static int as_root(void) {
    if (setgid(0) || setuid(0))
        return -1;
    return execl("/bin/sh", "sh", (char *)NULL);
}

static int run_or_shell(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--shell") == 0)
        return as_root();
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        puts("usage: tool [--shell] COMMAND");
        return 0;
    }
    return execvp(argv[1], argv + 1);
}

int main(int argc, char **argv) {
    const char *shell = getenv("SHELL");
    for (int c; (c = getopt(argc, argv, "sv")) != -1;)
        if (c == 's')
            return execl(shell ? shell : "/bin/sh", "sh", (char *)NULL);
    return run_or_shell(argc, argv);
}
