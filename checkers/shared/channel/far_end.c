/* The other end of a pipe. See far_end.h. */
#include "checkers/shared/channel/far_end.h"

#include <string.h>
#include <unistd.h>

#include "checkers/shared/channel/command.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* What a far end has to be: by a whole command; as a program, by its path and each argument. */
struct kind {
    bool (*is_command)(const char *text);
    bool (*is_program)(const char *path);
    bool (*is_argument)(const char *text); /* NULL: whatever it gets */
};

/* True if command TEXT fetches something: with more than the name of a program that does. */
static bool asks_for_page(const char *text) {
    return strchr(text, ' ') && vt_command_has_fetcher(text);
}

static const struct kind sender = {vt_command_sends, vt_command_sends, NULL};
static const struct kind fetcher = {asks_for_page, vt_command_has_fetcher, NULL};
static const struct kind interpreter = {vt_command_reads_code, vt_command_interprets,
                                        vt_command_leaves_code_open};

/* True if ROLE of event REF is made of texts alone for which TEST holds. */
static bool is_all(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                   bool (*test)(const char *)) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!test(vt_source_text(&sources[i])))
            return false;
    return count > 0;
}

/* True if FUNCTION runs programs, and all of them are of KIND. */
static bool runs_only(struct vt_program *program, uint32_t function, const struct kind *kind) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    bool found = false;
    for (uint32_t i = 0; i < facts->nevents; i++) {
        const struct vt_event *event = &facts->events[i];
        if (event->fact != VT_FACT_EFFECT ||
            !vt_class_is(vt_string(unit->strings, event->class_name), "exec.program"))
            continue;
        struct vt_event_ref ref = {function, i};
        if (!is_all(program, ref, VT_ROLE_PATH, kind->is_program) ||
            (kind->is_argument && !is_all(program, ref, VT_ROLE_ARGUMENT, kind->is_argument)))
            return false;
        found = true;
    }
    return found;
}

/* True if A and B have a pipe in common, or the two sides of a terminal. */
static bool share_pipe(struct vt_program *program, const struct vt_trace *a,
                       const struct vt_trace *b) {
    const struct vt_source *pipe = vt_find_source(program, a, VT_FACT_ALLOC, "pipe");
    size_t count = 0;
    const struct vt_source *sources = b ? vt_trace_sources(b, &count) : NULL;
    for (size_t i = 0; pipe && i < count; i++)
        if (vt_source_same(pipe, &sources[i]) ||
            (vt_source_is(program, &sources[i], VT_FACT_ALLOC, "pipe") &&
             vt_is_same_call(program, pipe->event, sources[i].event)))
            return true;
    return false;
}

/* True if REF writes to a terminal that is made together with a child (forkpty), which becomes a
 * program of KIND. */
static bool is_terminal_of(struct vt_program *program, struct vt_event_ref ref,
                           const struct kind *kind) {
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    const struct vt_source *pipe = vt_find_source(program, trace, VT_FACT_ALLOC, "pipe");
    if (!pipe)
        return false;
    const struct vt_function *facts = vt_program_function(program, pipe->event.function, NULL);
    for (uint32_t i = 0; i < facts->nevents; i++) {
        struct vt_event_ref other = {pipe->event.function, i};
        struct vt_source made = {.kind = VT_SOURCE_EVENT, .event = other};
        if (vt_source_is(program, &made, VT_FACT_EFFECT, "process.create") &&
            vt_is_same_call(program, pipe->event, other))
            return runs_only(program, pipe->event.function, kind);
    }
    return false;
}

/* True if TRACE brings NUMBER, that of a standard stream. */
static bool has_stream(const struct vt_trace *trace, int64_t number) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number == number)
            return true;
    return false;
}

/* True if some child has REF's pipe as its standard STREAM, and is a program of KIND. */
static bool is_stream_of(struct vt_program *program, struct vt_event_ref ref, int64_t stream,
                         const struct kind *kind) {
    const struct vt_trace *pipe = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    struct vt_arena *scratch = vt_arena_new();
    bool found = false;
    size_t count;
    struct vt_event_ref *redirects =
        vt_program_events(program, VT_FACT_EFFECT, "io.redirect", scratch, &count);
    for (size_t i = 0; i < count && !found; i++) {
        const struct vt_trace *target =
            vt_trace_value(program, redirects[i], VT_ROLE_TARGET, VT_ABOUT_DATA);
        const struct vt_trace *handle =
            vt_trace_value(program, redirects[i], VT_ROLE_HANDLE, VT_ABOUT_DATA);
        found = (!target || has_stream(target, stream)) && share_pipe(program, pipe, handle) &&
                runs_only(program, redirects[i].function, kind);
    }
    vt_arena_free(scratch);
    return found;
}

/* True if the other end of REF's pipe is a command of KIND. */
static bool leads_to(struct vt_program *program, struct vt_event_ref ref, const struct kind *kind) {
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "command", VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (kind->is_command(vt_source_text(&sources[i])))
            return true;
    return false;
}

/* True if what REF writes to (STREAM is standard input), or reads from, is a pipe to KIND. */
static bool is_far_end(struct vt_program *program, struct vt_event_ref ref, int64_t stream,
                       const struct kind *kind) {
    return vt_handle_is(program, ref, "pipe") &&
           (leads_to(program, ref, kind) || is_terminal_of(program, ref, kind) ||
            is_stream_of(program, ref, stream, kind));
}

bool vt_far_end_sends(struct vt_program *program, struct vt_event_ref ref) {
    return is_far_end(program, ref, STDIN_FILENO, &sender);
}

bool vt_far_end_interprets(struct vt_program *program, struct vt_event_ref ref) {
    return is_far_end(program, ref, STDIN_FILENO, &interpreter);
}

bool vt_far_end_fetches(struct vt_program *program, struct vt_event_ref ref) {
    if (!is_far_end(program, ref, STDOUT_FILENO, &fetcher))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "command", VT_ABOUT_DATA);
    return !trace || !vt_trace_is_cut(trace);
}

bool vt_far_end_is_fed(struct vt_program *program, struct vt_event_ref redirection) {
    return has_stream(vt_trace_value(program, redirection, VT_ROLE_TARGET, VT_ABOUT_DATA),
                      STDIN_FILENO) &&
           runs_only(program, redirection.function, &sender);
}
