/* vitrine facts OBJECT */
#include "cli/command.h"
#include "cli/dump.h"
#include "cli/exit.h"
#include "cli/input.h"

static const struct vt_option options[] = {
    {"function", 'f', "NAME", "print only functions of this name"},
    {"stat", 's', NULL, "print the size of each table instead"},
    {0},
};

static size_t dump(const struct vt_arguments *arguments, const struct vt_input_unit *input) {
    const char *function = vt_argument(arguments, "function");

    if (vt_argument(arguments, "stat")) {
        vt_dump_stat(input->unit, input->facts->size, stdout);
        return 1;
    }
    if (!function)
        vt_dump_unit(input->unit, stdout);
    return vt_dump_functions(input->unit, function, stdout) + (function == NULL);
}

/* Complains of what could not be read; an image without facts of its own is in order here. */
static bool complain(const struct vt_command *command, const struct vt_input *input) {
    for (size_t i = 0; i < input->nproblems; i++)
        vt_complain(command, "%s", input->problems[i].text);
    if (input->nproblems == 0 && input->nunits == 0)
        vt_complain(command, "no facts: not compiled with vitrine's plugin, or linked");
    return input->nproblems || input->nunits == 0;
}

static int run(const struct vt_arguments *arguments) {
    struct vt_input *input = vt_input_new();
    size_t found = 0;
    bool failed;

    for (size_t i = 0; i < arguments->noperands; i++)
        vt_input_add(input, arguments->operands[i]);
    vt_input_decode(input);
    for (size_t i = 0; i < input->nunits; i++)
        found += dump(arguments, &input->units[i]);
    failed = complain(arguments->command, input);
    if (input->nunits && found == 0) {
        vt_complain(arguments->command, "no function '%s'", vt_argument(arguments, "function"));
        failed = true;
    }
    vt_input_free(input);
    return vt_output_done(arguments->command) && !failed ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
}

const struct vt_command vt_command_facts = {
    .name = "facts",
    .summary = "print the facts in object files",
    .operands = "OBJECT...",
    .description =
        "Prints the facts that vitrine's plugin left in object files, archives or folders:\n"
        "of each unit its files, symbols and blind spots, and of each function its\n"
        "predicates, calls, events and the flows between them.",
    .options = options,
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .run = run,
};
