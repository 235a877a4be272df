/* See opening.h. */
#include "checkers/shared/trapdoor/opening.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/command.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

static const char *constant_of(struct vt_program *program, struct vt_event_ref ref,
                               enum vt_role role, bool (*fits)(const char *text)) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (fits(vt_source_text(&sources[i])))
            return vt_source_text(&sources[i]);
    return NULL;
}

static bool is_told_code(struct vt_program *program, struct vt_event_ref ref) {
    return constant_of(program, ref, VT_ROLE_ARGUMENT, vt_command_announces_code) != NULL;
}

static bool is_script(const char *text) {
    return *text == '/' && !vt_command_interprets(text);
}

/* A shell that is run to do some work is told the work. */
static bool is_told_what(struct vt_program *program, struct vt_event_ref ref) {
    return is_told_code(program, ref) ||
           (constant_of(program, ref, VT_ROLE_PATH, vt_command_interprets) &&
            constant_of(program, ref, VT_ROLE_ARGUMENT, is_script));
}

/* True if what event REF has stand for a stream is a pipe, or a stream that was there already. */
static bool is_pipe(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0, nconstants = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        nconstants += sources[i].kind == VT_SOURCE_CONSTANT;
    return (vt_handle_is(program, ref, "pipe") && !vt_handle_is(program, ref, "socket")) ||
           (count > 0 && nconstants == count);
}

/* True if FUNCTION has a connection stand for its standard streams. */
static bool redirects_connection(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {function, e};
        size_t count = 0;
        if (!vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "io.redirect") ||
            is_pipe(program, ref))
            continue;
        const struct vt_trace *path =
            vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
        if (path)
            vt_trace_sources(path, &count);
        if (count == 0) /* else it is a file, or a line */
            return true;
    }
    return false;
}

/* The shell that event REF of class CLASS_NAME runs with nothing to do, or NULL. One on a
 * connection is update/remote-shell's. */
static const char *shell_of(struct vt_program *program, struct vt_event_ref ref,
                            const char *class_name) {
    if (vt_class_is(class_name, "exec.shell"))
        return constant_of(program, ref, VT_ROLE_COMMAND, vt_command_opens);
    if (!vt_class_is(class_name, "exec.program") || is_told_what(program, ref) ||
        redirects_connection(program, ref.function))
        return NULL;
    return constant_of(program, ref, VT_ROLE_PATH, vt_command_opens);
}

/* The file of the system's passwords that stands in the program, and that event REF opens, or
 * NULL. Those of its own users a program opens whenever one logs in. */
static const char *passwords_of(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count != 1 || !*vt_source_text(&sources[0]))
        return NULL;
    const char *path = vt_source_text(&sources[0]);
    const struct vt_pattern *pattern = vt_program_pattern(program, "file", path);
    bool is_system = pattern && vt_class_is(pattern->class_name, "secret.credential.stored") &&
                     !vt_class_is(pattern->class_name, "secret.credential.stored.users");
    return is_system ? path : NULL;
}

/* True if user and group are changed together, and REF is not the first of these changes. */
static bool is_repeated(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    for (uint32_t e = 0; e < ref.event; e++)
        if (facts->events[e].guards == facts->events[ref.event].guards &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "privilege.change"))
            return true;
    return false;
}

/* True if event REF makes the user root. */
static bool makes_root(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    return count == 1 && sources[0].kind == VT_SOURCE_CONSTANT &&
           sources[0].constant->kind == VT_CONSTANT_INT && sources[0].constant->number == 0 &&
           !is_repeated(program, ref);
}

/* True if event REF makes the user, or the group, that of whoever started the program. */
static bool makes_caller(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    return count == 1 && vt_source_is(program, &sources[0], VT_FACT_ORIGIN, "host.user") &&
           strcmp(vt_event_value(program, sources[0].event), "caller") == 0;
}

/* True if FUNCTION makes the user somebody, as MAKES says. */
static bool makes_in(struct vt_program *program, uint32_t function,
                     bool (*makes)(struct vt_program *, struct vt_event_ref)) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name),
                        "privilege.change") &&
            makes(program, (struct vt_event_ref){function, e}))
            return true;
    return false;
}

bool vt_opening_makes_root(struct vt_program *program, uint32_t function) {
    return makes_in(program, function, makes_root);
}

struct vt_opening vt_opening_of(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    const char *text = shell_of(program, ref, class_name);
    if (text)
        return (struct vt_opening){.ref = ref,
                                   .verb = vt_alloc_format(arena, "`%s` is run", text),
                                   .base = 45,
                                   .is_shell = true,
                                   .is_root = vt_opening_makes_root(program, ref.function),
                                   .is_caller = makes_in(program, ref.function, makes_caller),
                                   .by_any = true,
                                   .by_lost = true,
                                   .by_sign = true};
    if (vt_class_is(class_name, "net.listen") && !vt_has_local_socket(program, ref))
        return (struct vt_opening){
            .ref = ref, .verb = "A port is opened", .base = 40, .by_any = true};
    if (vt_class_is(class_name, "privilege.change") && makes_root(program, ref))
        return (struct vt_opening){.ref = ref,
                                   .verb = "The user becomes root",
                                   .base = 30,
                                   .by_lost = !vt_has_effect(program, ref.function, "exec"),
                                   .by_sign = true};
    text = vt_class_is(class_name, "file.open") ? passwords_of(program, ref) : NULL;
    if (text)
        return (struct vt_opening){.ref = ref,
                                   .verb = vt_alloc_format(arena, "`%s` is opened", text),
                                   .base = 30,
                                   .by_lost = true};
    return (struct vt_opening){.ref = ref};
}

bool vt_opening_interprets(struct vt_program *program, struct vt_event_ref ref) {
    return is_told_code(program, ref) &&
           constant_of(program, ref, VT_ROLE_PATH, vt_command_interprets);
}
