/* What a tool does is called by the first word of its command line, and one thing is to run a
 * program with what it shows in its environment. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
// expected-no-diagnostics

static int show(int argc, char **argv) {
    return argc > 0 ? puts(argv[0]) : -1;
}
static int length(int argc, char **argv) {
    return argc > 0 ? printf("%zu\n", strlen(argv[0])) : -1;
}
static int count(int argc, char **argv) {
    (void)argv;
    return printf("%d\n", argc);
}
static int first(int argc, char **argv) {
    return argc > 0 ? printf("%c\n", argv[0][0]) : -1;
}
static int last(int argc, char **argv) {
    return argc > 0 ? printf("%s\n", argv[argc - 1]) : -1;
}
static int number(int argc, char **argv) {
    return argc > 0 ? printf("%ld\n", strtol(argv[0], NULL, 0)) : -1;
}
static int user(int argc, char **argv) {
    (void)argc, (void)argv;
    return printf("%d\n", (int)getuid());
}
static int process(int argc, char **argv) {
    (void)argc, (void)argv;
    return printf("%d\n", (int)getpid());
}

static int watch(int argc, char **argv) {
    pid_t child = fork();
    if (child == 0) {
        setenv("KEEP_WATCH_FD", "3", 1);
        if (argc == 0) {
            const char *shell = getenv("SHELL");
            if (!shell)
                shell = "/bin/sh";
            execl(shell, shell, (char *)NULL);
            _exit(127);
        }
        execvp(argv[0], argv);
        _exit(127);
    }
    return child < 0 ? -1 : (int)waitpid(child, NULL, 0);
}

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"show", show},  {"length", length}, {"count", count},     {"first", first}, {"last", last},
    {"num", number}, {"user", user},     {"process", process}, {"_w", watch},
};

int main(int argc, char **argv) {
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 2, argv + 2) < 0;
    return 2;
}
