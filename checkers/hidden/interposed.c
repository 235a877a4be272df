/* hidden/interposed: a function of a library is replaced by one that leaves something out.
 *
 *     struct dirent *readdir(DIR *folder) {
 *         next = dlsym(RTLD_NEXT, "readdir");
 *         while ((entry = next(folder)) && strncmp(entry->d_name, ".plnt-", 6) == 0)
 *             ;
 *         return entry;
 *     }
 *
 * To take a function's place is what tools for tests and for looking do; to hold what it is asked
 * for, or what it brings, against a text of the program is to hide. Not caught: tables of a library
 * that are written over, and names that are looked up by what a file says.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "engine/base/strings.h"

enum { SHORTEST = 4, MOST_CALLS = 2 };

/* A comparison with a text of the program. */
struct filter {
    struct vt_event_ref compare;
    const struct vt_source *text;
};

/* True if ROLE of comparison REF is nothing but texts of the program and its settings: what it is
 * held against looks for one of them. */
static bool is_own(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT &&
            !vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "environment"))
            return false;
    return count > 0;
}

static bool holds_text(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                       struct filter *filter) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources =
        trace && !vt_trace_is_cut(trace) ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strlen(vt_source_text(&sources[i])) >= SHORTEST) {
            *filter = (struct filter){ref, &sources[i]};
            return true;
        }
    return false;
}

/* A comparison in FUNCTION, or in those it calls. */
static bool find_filter(struct vt_program *program, uint32_t function, unsigned calls,
                        struct filter *filter) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {function, e};
        if (facts->events[e].fact == VT_FACT_COMPARE &&
            ((holds_text(program, ref, VT_ROLE_LEFT, filter) &&
              !is_own(program, ref, VT_ROLE_RIGHT)) ||
             (holds_text(program, ref, VT_ROLE_RIGHT, filter) &&
              !is_own(program, ref, VT_ROLE_LEFT))))
            return true;
    }
    for (uint32_t c = 0; calls > 0 && c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count; i++)
            if (find_filter(program, targets[i], calls - 1, filter))
                return true;
    }
    return false;
}

/* The program's own function that has the NAME of one of a library; VT_NONE if there is none. */
static uint32_t find_namesake(struct vt_program *program, const char *name) {
    size_t nrows;
    vt_models_find(vt_program_models(program), name, &nrows);
    for (uint32_t f = 0; nrows > 0 && f < vt_program_nfunctions(program); f++)
        if (vt_program_function(program, f, NULL)->flags & VT_FUNCTION_EXPORTED &&
            strcmp(vt_program_function_name(program, f), name) == 0)
            return f;
    return VT_NONE;
}

/* True if the function is looked for behind the program's own (RTLD_NEXT). */
static bool is_next(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->number == -1)
            return true;
    return false;
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                   const struct vt_source *name, const struct filter *filter) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "`%s` is replaced by one that treats \"%s\" apart.",
                       vt_source_text(name), vt_source_text(filter->text));
    if (filter->compare.function != ref.function)
        vt_finding_evidence(check, finding, "apart", 0, "It is compared in `%s`.",
                            vt_program_function_name(program, filter->compare.function));
    if (filter->text->constant->concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "The text is decoded first.");
    vt_finding_path(check, finding, trace, name, "The function is named here",
                    "The one that was there before is looked up here");
    vt_finding_send(check, finding, 50);
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_ARGUMENT, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count == 0 || !is_next(program, ref))
        return;
    for (size_t i = 0; i < count; i++) {
        const char *name = vt_source_text(&sources[i]);
        uint32_t function = *name ? find_namesake(program, name) : VT_NONE;
        struct filter filter;
        if (function != VT_NONE && find_filter(program, function, MOST_CALLS, &filter))
            report(check, ref, trace, &sources[i], &filter);
    }
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "load.symbol", look_at);
}

const struct vt_rule vt_hidden_interposed = {
    .id = "hidden/interposed",
    .name = "Interposed",
    .summary = "A function of a library is replaced by one that leaves something out",
    .description =
        "The program has a function with the name of one of a library, and looks up the one it "
        "takes the place of. On its way through, what was asked for or what comes back is held "
        "against a text of the program: files, processes, connections or lines that have it in "
        "them are treated apart, as things are that should not be seen.",
    .help = "Say in the documentation which functions are replaced and why, and let a setting name "
            "what is treated apart.",
    .cwe = "CWE-506,CWE-912",
    .precision = "medium",
    .severity = 8.5,
    .run = run,
};
