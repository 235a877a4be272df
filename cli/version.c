/* vitrine version */
#include "cli/command.h"
#include "cli/exit.h"
#include "engine/binary/encode.h"

static int run(const struct vt_arguments *arguments) {
    printf("vitrine %s (facts version %d)\n", VITRINE_VERSION, VT_FACTS_VERSION);
    return vt_output_done(arguments->command) ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
}

static const struct vt_option options[] = {{0}};

const struct vt_command vt_command_version = {
    .name = "version",
    .summary = "print the version",
    .operands = "",
    .description = "Prints vitrine's version and the version of the facts it reads.",
    .options = options,
    .run = run,
};
