/* One call goes to all commands of a program, which share their words: what one leaves there for
 * the next command is not what it got. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *words[8];

static int login(int count, char **argv) {
    argv[count++] = getpass("Password: ");
    return count;
}

static int local(int count, char **argv) {
    for (int i = 0; i < count; i++)
        if (*argv[i] == '|')
            return system(argv[i] + 1);
    return count;
}

static int mount(int count, char **argv) {
    char command[256];
    snprintf(command, sizeof command, "mount.share -o password=%s", getpass("Password: "));
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    return argv[0] ? system(command) : count;
}

static int (*const handlers[])(int, char **) = {login, local, mount};

int run(FILE *script) {
    unsigned command;
    while (fscanf(script, "%u %ms %ms", &command, &words[0], &words[1]) == 3)
        if (command < 3)
            handlers[command](2, words);
    return 0;
}
