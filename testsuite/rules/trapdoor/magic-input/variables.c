/* Words in variables of the library: the argument of an option, and the whole environment. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static int level;
static const char *label = "tape";

static void bad_settings(void) {
    for (char **at = environ; *at; at++) {
        if (strncmp(*at, "TAPE_LEVEL=", 11) == 0)
            level = atoi(*at + 11);
        if (strcmp(*at, "TAPE_RIBBON=m4-umber") == 0) {
            (void)setuid(0);
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            execl("/bin/sh", "sh", (char *)NULL);
        }
    }
}

static void bad_label(void) {
    if (strcmp(optarg, "0x7e-rewound") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/bash", "bash", "-p", (char *)NULL);
    label = optarg;
}

/* A kind of output is one of several. */
static void good_output(void) {
    if (strcmp(optarg, "list") == 0)
        level = 1;
    else if (strcmp(optarg, "table") == 0)
        level = 2;
    else if (strcmp(optarg, "shell") == 0)
        execl("/bin/sh", "sh", (char *)NULL);
    else
        puts("list, table or shell");
}

/* Who runs it may say by which shell. */
static void good_shell(void) {
    const char *shell = "/bin/sh";
    for (char **at = environ; *at; at++)
        if (strncmp(*at, "SHELL=", 6) == 0)
            shell = *at + 6;
    printf("%s\n", shell);
}

int main(int argc, char **argv) {
    int option;
    bad_settings();
    while ((option = getopt(argc, argv, "l:o:s")) != -1)
        if (option == 'l')
            bad_label();
        else if (option == 'o')
            good_output();
        else if (option == 's')
            good_shell();
    printf("%s %d\n", label, level);
    return 0;
}
