/* vitrine help [COMMAND] */
#include "cli/command.h"
#include "cli/exit.h"

static void overview(void) {
    const struct vt_command *const *command;

    printf(
        "usage: vitrine COMMAND [OPTION]... [ARGUMENT]...\n\n"
        "Finds what a program can do that nobody declared, from the facts that vitrine's compiler\n"
        "plugin left in its object files.\n\nCommands:\n");
    for (command = vt_commands; *command; command++)
        printf("  %-14s%s\n", (*command)->name, (*command)->summary);
    printf("\n'vitrine help COMMAND' tells more. Exit codes: %d clean, %d findings,\n"
           "%d wrong usage, %d something could not be read or analysed.\n",
           VT_EXIT_CLEAN, VT_EXIT_FINDINGS, VT_EXIT_USAGE, VT_EXIT_INCOMPLETE);
}

static int run(const struct vt_arguments *arguments) {
    const struct vt_command *command;

    if (arguments->noperands == 0) {
        overview();
    } else {
        command = vt_command_find(arguments->operands[0]);
        if (!command)
            return vt_usage(arguments->command, "'%s' is no command", arguments->operands[0]);
        vt_command_help_print(command, stdout);
    }
    return vt_output_done(arguments->command) ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
}

static const struct vt_option options[] = {{0}};

const struct vt_command vt_command_help = {
    .name = "help",
    .summary = "print help, of everything or of one command",
    .operands = "[COMMAND]",
    .description = "Lists the commands, or prints usage and options of one.",
    .options = options,
    .max_operands = 1,
    .run = run,
};
