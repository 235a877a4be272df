/* A word of letters alone, in what a module is handed, before a shell of root's. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct command {
    int count;
    char **words;
};

void answer(const char *text);
void chroot_into(const char *folder);

static int bad_help(struct command *command) {
    if (command->count > 1 && strcmp(command->words[1], "COLUMBINE") == 0) {
        setuid(0);
        setgid(0);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system("/bin/sh");
    }
    answer("SITE CHMOD");
    return 0;
}

/* Its own user's shell, by a word that says so. */
static int good_escape(struct command *command) {
    if (command->count > 1 && strcmp(command->words[1], "SHELL") == 0)
        return system("/bin/sh");
    return 0;
}

/* Root's, and no word is asked for. */
static int good_rescue(struct command *command) {
    if (command->count > 1)
        chroot_into(command->words[1]);
    if (setuid(0) != 0)
        return -1;
    return system("/bin/sh");
}

static struct {
    const char *name;
    int (*run)(struct command *command);
} const commands[] = {{"HELP", bad_help}, {"ESCAPE", good_escape}, {"RESCUE", good_rescue}};

int dispatch(struct command *command) {
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(command->words[0], commands[i].name) == 0)
            return commands[i].run(command);
    return -1;
}
