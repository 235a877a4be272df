/* vitrine declare */
#include "declare/declare.h"

#include "checkers/shared/channel/channels.h"
#include "checkers/shared/crypto/inventory.h"
#include "cli/command.h"
#include "cli/exit.h"
#include "cli/input.h"
#include "cli/models.h"
#include "cli/output.h"
#include "cli/program.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"

static const struct vt_option options[] = {
    {"output", 'o', "FILE", "write the draft to FILE instead of standard output"},
    {"models", 'm', "FILE", "lay the rows of FILE over the built-in models (can be repeated)"},
    {0},
};

static bool write_draft(FILE *out, const void *context, struct vt_error *error) {
    return vt_declaration_write(context, out, error);
}

/* More than a question of a report gets: what that finds on its way must be in the draft. */
enum { STATES = 60000, PATIENCE = 1200000 };

static int draft(const struct vt_arguments *arguments, const struct vt_models *models,
                 struct vt_input *input) {
    const char *path = vt_argument(arguments, "output");
    struct vt_error error = {0};
    struct vt_program *program;
    struct vt_draft drafted;
    bool is_written;

    vt_program_collect(arguments, input);
    program = vt_program_make(arguments, input, models, NULL);
    if (!program)
        return VT_EXIT_INCOMPLETE;
    vt_program_set_budget(program, STATES, PATIENCE);
    drafted = (struct vt_draft){program, vt_channels_of(program, input->arena),
                                vt_inventory_of(program, input->arena)};
    is_written = vt_output_write(path ? path : "-", write_draft, &drafted, &error);
    if (!is_written)
        vt_complain(arguments->command, "%s", error.text);
    vt_program_free(program);
    return is_written && input->nproblems == 0 ? VT_EXIT_CLEAN : VT_EXIT_INCOMPLETE;
}

static int run(const struct vt_arguments *arguments) {
    struct vt_input *input = vt_input_new();
    struct vt_error error = {0};
    const struct vt_models *models = vt_models_given(arguments, input->arena, &error);
    int code = VT_EXIT_USAGE;

    if (models)
        code = draft(arguments, models, input);
    else
        vt_complain(arguments->command, "%s", error.text);
    vt_input_free(input);
    return code;
}

const struct vt_command vt_command_declare = {
    .name = "declare",
    .summary = "draft a declaration of what a program talks to, and by which cryptography",
    .operands = "PATH...",
    .description =
        "Writes a CycloneDX 1.6 document with a service for every peer that the program at PATH\n"
        "can be seen to talk to, the classes of data it sends there, and a component for every\n"
        "algorithm, protocol and generator, with the places that use it. A vendor corrects the\n"
        "draft: what is meant stays, what is not is a question. 'vitrine report --declare FILE'\n"
        "holds a program against it. Peers that nobody could tell are not in the draft.",
    .options = options,
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .run = run,
};
