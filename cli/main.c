/* vitrine: finds the subcommand, takes its command line apart, runs it. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"

const struct vt_command *const vt_commands[] = {
    &vt_command_report,
    &vt_command_explain,
    &vt_command_capabilities,
    &vt_command_declare,
    &vt_command_facts,
    &vt_command_models,
    &vt_command_rules,
    &vt_command_cflags,
    &vt_command_version,
    &vt_command_help,
    NULL,
};

const struct vt_command *vt_command_find(const char *name) {
    const struct vt_command *const *command;

    for (command = vt_commands; *command; command++)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

/* The flags every program has, by the command they mean. */
static const char *spelling(const char *word) {
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

/* True if one of the words before "--" asks for help. */
static bool wants_help(int argc, char *const *argv) {
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return true;
    return false;
}

int main(int argc, char **argv) {
    const struct vt_command *command;
    struct vt_arguments arguments;
    int code = VT_EXIT_USAGE;

    if (argc < 2) {
        fprintf(stderr, "vitrine: a command is missing (see 'vitrine help')\n");
        return VT_EXIT_USAGE;
    }
    command = vt_command_find(spelling(argv[1]));
    if (!command) {
        fprintf(stderr, "vitrine: '%s' is no command (see 'vitrine help')\n", argv[1]);
        return VT_EXIT_USAGE;
    }
    if (wants_help(argc - 2, argv + 2)) {
        vt_command_help_print(command, stdout);
        return vt_output_done(command) ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
    }
    if (vt_arguments_parse(command, argc - 2, argv + 2, &arguments))
        code = command->run(&arguments);
    vt_arguments_free(&arguments);
    return code;
}
