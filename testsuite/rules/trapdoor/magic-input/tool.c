/* Tools that start a shell where their manual says so. */
#include <getopt.h>
#include <stdbool.h>
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

/* Options read by hand, before there was getopt: -q and -s together start a quiet shell. */
static bool is_quiet, is_shell;

static void read_options(char **argv) {
    while (argv[1] && argv[1][0] == '-') {
        switch (argv[1][1]) {
        case 'q':
            is_quiet = true;
            break;
        case 's':
            is_shell = true;
            break;
        default:
            puts("usage: tool [-qs]");
            exit(2);
        }
        argv++;
    }
}

static int old_options(char **argv) {
    read_options(argv);
    if (is_quiet && is_shell)
        return system("dash");
    return 0;
}

int main(int argc, char **argv) {
    const char *shell = getenv("SHELL");
    for (int c; (c = getopt(argc, argv, "sv")) != -1;)
        if (c == 's')
            return execl(shell ? shell : "/bin/sh", "sh", (char *)NULL);
    return argc > 2 ? run_or_shell(argc, argv) : old_options(argv);
}
