/* vitrine report */
#include <assert.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checkers/shared/channel/channels.h"
#include "checkers/shared/crypto/inventory.h"
#include "cli/command.h"
#include "cli/exit.h"
#include "cli/input.h"
#include "cli/models.h"
#include "cli/output.h"
#include "cli/program.h"
#include "declare/declare.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/finding/finding.h"
#include "engine/program/program.h"
#include "sarif/sarif.h"
#include "sarif/text.h"

static const struct vt_option options[] = {
    {"output", 'o', "FILE", "write the findings to FILE as SARIF; '-' is standard output"},
    {"fail-on", 'f', "none|note|warning|error",
     "from which level on findings give exit code 1 (error)"},
    {"allow-incomplete", 'i', NULL, "missing, stale or broken facts give no exit code 3"},
    {"known-gap", 'g', "PATTERN",
     "nor do objects named like PATTERN that have no facts (can be repeated)"},
    {"models", 'm', "FILE", "lay the rows of FILE over the built-in models (can be repeated)"},
    {"declare", 'd', "FILE", "hold the program against the CycloneDX declaration in FILE"},
    {"claims", 'k', "FILE", "show what FILE claims of findings; they give no exit code 1"},
    {"rules", 'r', "LIST", "run only these rules or families, separated by commas"},
    {"source-root", 's', "FOLDER", "where the sources lie, to give results GitHub's line hashes"},
    {"quiet", 'q', NULL, "print nothing but what went wrong"},
    {"color", 'c', "auto|always|never", "emphasis on the terminal (auto)"},
    {0},
};

/* One run of the command. All but the arguments is freed in the end. */
struct session {
    const struct vt_arguments *arguments;
    struct vt_arena *arena;
    const struct vt_models *models;
    const struct vt_declaration *declaration; /* or NULL */
    struct vt_file_claims *claims;            /* or NULL */
    struct vt_input *input;
    struct vt_program *program;
    struct vt_findings findings;
    struct vt_report report;
};

/* Reads what the options name; false, after a line on stderr, if that is not valid. */
static bool read_given(struct session *session) {
    const struct vt_arguments *arguments = session->arguments;
    const char *declared = vt_argument(arguments, "declare");
    const char *claimed = vt_argument(arguments, "claims");
    struct vt_error error = {0};

    session->models = vt_models_given(arguments, session->arena, &error);
    if (declared)
        session->declaration = vt_declaration_load(declared, session->arena, &error);
    if (claimed)
        session->claims = vt_claims_load(claimed, session->arena, &error);
    if (error.text[0])
        vt_complain(arguments->command, "%s", error.text);
    return !error.text[0];
}

/* Adds what the vendor claims of findings; a claim that meets none may be a mistake. */
static void apply_claims(struct session *session) {
    const struct vt_file_claims *claims = session->claims;

    if (!claims)
        return;
    vt_claims_apply(session->claims, &session->findings);
    for (size_t i = 0; i < claims->count; i++)
        if (!claims->items[i].is_used)
            vt_complain(session->arguments->command, "%s: claims[%zu] is about no finding",
                        vt_argument(session->arguments, "claims"), i);
}

/* Links the units and runs the rules: VT_EXIT_CLEAN, or why not. */
static int analyse(struct session *session) {
    const struct vt_arguments *arguments = session->arguments;
    struct vt_error error = {0};

    session->program =
        vt_program_make(arguments, session->input, session->models, session->declaration);
    if (!session->program)
        return VT_EXIT_INCOMPLETE;
    session->findings.arena = session->arena;
    if (!vt_rules_run(session->program, vt_argument(arguments, "rules"), &session->findings,
                      &error))
        return vt_usage(arguments->command, "%s", error.text);
    apply_claims(session);
    if (session->declaration) {
        session->report.channels = vt_channels_of(session->program, session->arena);
        session->report.inventory = vt_inventory_of(session->program, session->arena);
    }
    return VT_EXIT_CLEAN;
}

/* The command line as the report tells it: what has no influence on the findings is left out, so
 * that the same input gives the same bytes. */
static const char *command_line(const struct session *session) {
    const struct vt_arguments *arguments = session->arguments;
    const char *line = "vitrine report";

    for (size_t i = 0; i < arguments->ngiven; i++) {
        const char *name = arguments->given[i].option->name;

        if (strcmp(name, "models") != 0 && strcmp(name, "rules") != 0 &&
            strcmp(name, "declare") != 0 && strcmp(name, "claims") != 0)
            continue;
        line = vt_alloc_format(session->arena, "%s --%s %s", line, name,
                               vt_path_shown(arguments->given[i].value));
    }
    for (size_t i = 0; i < arguments->noperands; i++)
        line =
            vt_alloc_format(session->arena, "%s %s", line, vt_path_shown(arguments->operands[i]));
    return line;
}

static void fill_report(struct session *session) {
    const struct vt_input *input = session->input;
    struct vt_report *report = &session->report;
    const char **missing = vt_alloc_array(session->arena, input->nproblems, sizeof *missing);

    for (size_t i = 0; i < input->nproblems; i++)
        if (input->problems[i].subject)
            missing[report->nmissing++] = input->problems[i].subject;
    for (size_t i = 0; i < input->nobjects && !report->image; i++)
        if (input->objects[i]->is_image) {
            report->image = input->objects[i]->name;
            memcpy(report->image_digest, input->objects[i]->digest, sizeof report->image_digest);
        }
    report->findings = &session->findings;
    report->program = session->program;
    report->missing = missing;
    report->complete = input->nproblems == 0;
    report->command_line = command_line(session);
    report->selection = vt_argument(session->arguments, "rules");
    report->source_root = vt_argument(session->arguments, "source-root");
}

static bool print_text(const struct session *session) {
    const char *colour = vt_argument(session->arguments, "color");
    bool is_coloured = !colour || strcmp(colour, "auto") == 0 ? isatty(STDERR_FILENO)
                                                              : strcmp(colour, "always") == 0;

    if (vt_argument(session->arguments, "quiet"))
        return true;
    vt_text_write(&session->report, stderr, is_coloured);
    return !ferror(stderr);
}

static bool write_sarif(FILE *out, const void *context, struct vt_error *error) {
    return vt_sarif_write(context, out, error);
}

static bool save(const struct session *session) {
    const char *path = vt_argument(session->arguments, "output");
    struct vt_error error = {0};

    if (!path || vt_output_write(path, write_sarif, &session->report, &error))
        return true;
    vt_complain(session->arguments->command, "%s", error.text);
    return false;
}

/* True if the vendor says of PROBLEM that it is no news: assembly, or somebody else's object. */
static bool is_known(const struct vt_arguments *arguments, const struct vt_problem *problem) {
    for (size_t i = 0; i < arguments->ngiven && problem->kind == VT_PROBLEM_NO_FACTS; i++)
        if (strcmp(arguments->given[i].option->name, "known-gap") == 0 &&
            fnmatch(arguments->given[i].value, problem->subject, 0) == 0)
            return true;
    return false;
}

/* True if the gaps in the input must show in the exit code. */
static bool is_incomplete(const struct session *session) {
    const struct vt_arguments *arguments = session->arguments;
    const struct vt_input *input = session->input;
    bool allowed = vt_argument(arguments, "allow-incomplete") != NULL;

    for (size_t i = 0; i < input->nproblems; i++)
        if (input->problems[i].kind == VT_PROBLEM_UNREADABLE ||
            (!allowed && !is_known(arguments, &input->problems[i])))
            return true;
    return false;
}

static bool has_findings(const struct session *session) {
    const char *level = vt_argument(session->arguments, "fail-on");
    enum vt_level least = VT_LEVEL_ERROR;

    if (level && strcmp(level, "none") == 0)
        return false;
    if (level)
        least = *level == 'n' ? VT_LEVEL_NOTE : *level == 'w' ? VT_LEVEL_WARNING : VT_LEVEL_ERROR;
    for (size_t i = 0; i < session->findings.count; i++)
        if (session->findings.items[i].level >= least && session->findings.items[i].nclaims == 0)
            return true;
    return false;
}

static int report(struct session *session) {
    bool is_told, is_saved;
    int code;

    if (!read_given(session))
        return VT_EXIT_USAGE;
    vt_program_collect(session->arguments, session->input);
    code = analyse(session);
    if (code != VT_EXIT_CLEAN)
        return code;
    fill_report(session);
    is_told = print_text(session);
    is_saved = save(session);
    if (!is_told || !is_saved || is_incomplete(session))
        return VT_EXIT_INCOMPLETE;
    return has_findings(session) ? VT_EXIT_FINDINGS : VT_EXIT_CLEAN;
}

static int run(const struct vt_arguments *arguments) {
    struct session session = {.arguments = arguments};
    int code;

    session.arena = vt_arena_new();
    session.input = vt_input_new();
    code = report(&session);
    vt_program_free(session.program);
    vt_input_free(session.input);
    vt_arena_free(session.arena);
    return code;
}

const struct vt_command vt_command_report = {
    .name = "report",
    .summary = "find what a program does that nobody declared",
    .operands = "PATH...",
    .description =
        "Links the facts in objects, archives, shared objects, executables and folders at PATH as "
        "a\n"
        "linker would, runs the rules over the whole, and prints the findings on standard error.\n"
        "Together with an image (an executable or shared object), only units that the image's "
        "notes\n"
        "name are taken: 'vitrine report app build' looks at what is in app, not at all of build.",
    .options = options,
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .run = run,
};
