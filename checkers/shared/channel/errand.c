/* See errand.h. */
#include "checkers/shared/channel/errand.h"

#include <string.h>

#include "engine/base/arena.h"

/* What is given more runs anything for anybody. */
enum { MAX_WORDS = 12 };

static bool is_open(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT &&
            !vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "program.file"))
            return true;
    return false;
}

/* Shows VISIT every text of ERRAND's trace that is a command by itself. */
static bool show_texts(struct vt_check *check, struct vt_errand errand, bool is_shell,
                       vt_errand_visit visit, void *context) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(errand.trace, &count);
    for (size_t i = 0; i < count; i++) {
        errand.source = &sources[i];
        errand.text = vt_source_text(&sources[i]);
        if (*errand.text && (is_shell || strchr(errand.text, ' ')) &&
            visit(check, &errand, context))
            return true;
    }
    return false;
}

/* PATH and all texts of TRACE in one; NULL if PATH or what is given may be many. */
static const char *join(struct vt_arena *arena, const struct vt_trace *path,
                        const struct vt_trace *trace) {
    size_t npaths = 0, count = 0, length = 0;
    const struct vt_source *paths = path ? vt_trace_sources(path, &npaths) : NULL;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (npaths != 1 || !*vt_source_text(paths) || count > MAX_WORDS)
        return NULL;
    for (size_t i = 0; i < count; i++)
        length += strlen(vt_source_text(&sources[i])) + 1;
    char *text = vt_alloc(arena, strlen(vt_source_text(paths)) + length + 1);
    char *end = stpcpy(text, vt_source_text(paths));
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&sources[i]) &&
            strcmp(vt_source_text(&sources[i]), vt_source_text(paths)) != 0)
            end = stpcpy(stpcpy(end, " "), vt_source_text(&sources[i]));
    return text;
}

static void show_program(struct vt_check *check, struct vt_event_ref ref, vt_errand_visit visit,
                         void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *path = vt_trace_value(program, ref, VT_ROLE_PATH, VT_ABOUT_DATA);
    const struct vt_trace *given = vt_trace_value(program, ref, VT_ROLE_ARGUMENT, VT_ABOUT_DATA);
    struct vt_errand errand = {.ref = ref, .trace = given, .is_open = is_open(program, given)};
    size_t count = 0;
    if (!given)
        return;
    errand.text = join(vt_check_arena(check), path, given);
    errand.source = vt_trace_sources(given, &count);
    if (errand.text && count && visit(check, &errand, context))
        return;
    show_texts(check, errand, false, visit, context);
}

void vt_errands(struct vt_check *check, vt_errand_visit visit, void *context) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "exec.shell", arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct vt_errand errand = {.ref = refs[i]};
        errand.trace = vt_trace_value(program, refs[i], VT_ROLE_COMMAND, VT_ABOUT_DATA);
        errand.is_open = is_open(program, errand.trace);
        if (errand.trace)
            show_texts(check, errand, true, visit, context);
    }
    refs = vt_program_events(program, VT_FACT_EFFECT, "exec.program", arena, &count);
    for (size_t i = 0; i < count; i++)
        show_program(check, refs[i], visit, context);
}
