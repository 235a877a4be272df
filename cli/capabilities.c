/* vitrine capabilities PATH... */
#include "engine/program/capability.h"

#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "cli/input.h"
#include "cli/models.h"
#include "cli/program.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "sarif/page.h"
#include "sarif/read.h"

static const struct vt_option options[] = {
    {"against", 'a', "REPORT",
     "print only what changed since REPORT, and give exit code 1 for more"},
    {"allow-incomplete", 'i', NULL, "missing, stale or broken facts give no exit code 3"},
    {"models", 'm', "FILE", "lay the rows of FILE over the built-in models (can be repeated)"},
    {0},
};

struct session {
    const struct vt_arguments *arguments;
    struct vt_arena *arena;
    struct vt_page page;
    struct vt_program *program;
    const struct vt_capability *items;
    size_t count;
};

/* ---- Words ------------------------------------------------------------------------------- */

/* "run (src/run.c:40)" */
static const char *place(const struct session *session, uint32_t function, uint32_t location) {
    const struct vt_unit *unit;
    const char *name = vt_program_function_name(session->program, function);

    vt_program_function(session->program, function, &unit);
    if (location == VT_NONE)
        return name;
    const struct vt_location *at = &unit->locations[location];
    return vt_alloc_format(session->arena, "%s (%s:%u)", name,
                           vt_string(unit->strings, unit->files[at->file].path), at->line);
}

/* "system by main (src/main.c:14) > run (src/run.c:40)" */
static const char *witness(const struct session *session, const struct vt_capability *capability) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(session->program, capability->event, &unit);
    const char *text =
        vt_alloc_format(session->arena, "%s by ", vt_string(unit->strings, event->function));

    for (size_t i = 0; i < capability->ncalls; i++) {
        struct vt_site site = capability->calls[i];
        const struct vt_function *facts =
            vt_program_function(session->program, site.function, NULL);
        text = vt_alloc_format(session->arena, "%s%s > ", text,
                               place(session, site.function, facts->calls[site.call].location));
    }
    return vt_alloc_format(session->arena, "%s%s", text,
                           place(session, capability->event.function, event->location));
}

static const char *entry_name(const struct session *session, struct vt_entry entry) {
    return vt_program_function_name(session->program, entry.function);
}

/* ---- All --------------------------------------------------------------------------------- */

static bool same_entry(struct vt_entry a, struct vt_entry b) {
    return a.function == b.function && a.kind == b.kind;
}

static void print_all(const struct session *session) {
    const struct vt_page *page = &session->page;

    for (size_t i = 0; i < session->count; i++) {
        const struct vt_capability *capability = &session->items[i];
        struct vt_entry entry = capability->entry;
        uint32_t location = vt_program_function(session->program, entry.function, NULL)->location;

        if (i == 0 || !same_entry(session->items[i - 1].entry, entry)) {
            fprintf(page->out, "%s%s ", i ? "\n" : "", vt_entry_kind_name(entry.kind));
            vt_page_text(page, place(session, entry.function, location));
            fputc('\n', page->out);
        }
        fputs("  ", page->out);
        vt_page_text(page, vt_alloc_format(session->arena, "%-18s %s", capability->class_name,
                                           witness(session, capability)));
        fputc('\n', page->out);
    }
}

/* ---- What changed ------------------------------------------------------------------------ */

static bool was_there(const struct session *session, const struct vt_logged_report *old,
                      const struct vt_capability *capability) {
    for (size_t i = 0; i < old->ncapabilities; i++)
        if (strcmp(old->capabilities[i].entry, entry_name(session, capability->entry)) == 0 &&
            strcmp(old->capabilities[i].kind, vt_entry_kind_name(capability->entry.kind)) == 0 &&
            strcmp(old->capabilities[i].class_name, capability->class_name) == 0)
            return true;
    return false;
}

static bool is_there(const struct session *session, const struct vt_logged_capability *old) {
    for (size_t i = 0; i < session->count; i++)
        if (strcmp(old->entry, entry_name(session, session->items[i].entry)) == 0 &&
            strcmp(old->kind, vt_entry_kind_name(session->items[i].entry.kind)) == 0 &&
            strcmp(old->class_name, session->items[i].class_name) == 0)
            return true;
    return false;
}

/* Prints what was gained and lost; how much was gained. */
static size_t print_changes(const struct session *session, const struct vt_logged_report *old) {
    const struct vt_page *page = &session->page;
    size_t gained = 0;

    for (size_t i = 0; i < session->count; i++) {
        const struct vt_capability *capability = &session->items[i];

        if (was_there(session, old, capability))
            continue;
        gained++;
        vt_page_text(page, vt_alloc_format(session->arena, "%s (%s) gained %s: %s",
                                           entry_name(session, capability->entry),
                                           vt_entry_kind_name(capability->entry.kind),
                                           capability->class_name, witness(session, capability)));
        fputc('\n', page->out);
    }
    for (size_t i = 0; i < old->ncapabilities; i++) {
        const struct vt_logged_capability *gone = &old->capabilities[i];

        if (is_there(session, gone))
            continue;
        vt_page_text(page, vt_alloc_format(session->arena, "%s (%s) lost %s", gone->entry,
                                           gone->kind, gone->class_name));
        fputc('\n', page->out);
    }
    return gained;
}

/* ---- The command ------------------------------------------------------------------------- */

/* Prints what is asked for: VT_EXIT_CLEAN, or what was gained or went wrong. */
static int tell(struct session *session) {
    const char *path = vt_argument(session->arguments, "against");
    struct vt_logged_report old;
    struct vt_error error = {0};

    if (!path) {
        print_all(session);
        return VT_EXIT_CLEAN;
    }
    if (!vt_sarif_read(path, session->arena, &old, &error)) {
        vt_complain(session->arguments->command, "%s", error.text);
        return VT_EXIT_INCOMPLETE;
    }
    if (!old.has_capabilities) {
        vt_complain(session->arguments->command, "%s: tells nothing of capabilities", path);
        return VT_EXIT_INCOMPLETE;
    }
    return print_changes(session, &old) ? VT_EXIT_FINDINGS : VT_EXIT_CLEAN;
}

static int find(struct session *session, struct vt_input *input) {
    const struct vt_arguments *arguments = session->arguments;
    struct vt_error error = {0};
    const struct vt_models *models = vt_models_given(arguments, session->arena, &error);

    if (error.text[0]) {
        vt_complain(arguments->command, "%s", error.text);
        return VT_EXIT_USAGE;
    }
    vt_program_collect(arguments, input);
    session->program = vt_program_make(arguments, input, models, NULL);
    if (!session->program)
        return VT_EXIT_INCOMPLETE;
    session->items =
        vt_capabilities_find(session->program, vt_reach_find(session->program, session->arena),
                             session->arena, &session->count);
    int code = tell(session);
    bool is_whole = input->nproblems == 0 || vt_argument(arguments, "allow-incomplete");
    return is_whole ? code : VT_EXIT_INCOMPLETE;
}

static int run(const struct vt_arguments *arguments) {
    struct session session = {.arguments = arguments, .page = {.out = stdout, .whole = true}};
    struct vt_input *input = vt_input_new();
    int code;

    session.arena = vt_arena_new();
    code = find(&session, input);
    vt_program_free(session.program);
    vt_input_free(input);
    vt_arena_free(session.arena);
    return vt_output_done(arguments->command) ? code : VT_EXIT_INCOMPLETE;
}

const struct vt_command vt_command_capabilities = {
    .name = "capabilities",
    .summary = "list what each entry of a program can do",
    .operands = "PATH...",
    .description =
        "Links the facts at PATH as 'vitrine report' does, and prints for each entry (main,\n"
        "constructors, resolvers of IFUNCs, handlers of signals, threads, exported functions of a\n"
        "library ...) the effects that it can have, each with the shortest chain of calls to it.\n"
        "With --against, only what entries gained or lost since an earlier report of 'vitrine\n"
        "report -o'.",
    .options = options,
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .run = run,
};
