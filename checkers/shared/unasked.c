/* See unasked.h. */
#include "checkers/shared/unasked.h"

#include "engine/strings.h"

/* True if the models say that the library call of EVENT makes an object of CLASS_NAME (NULL: any),
 * which whoever calls gets. */
static bool makes(struct vt_program *program, const struct vt_unit *unit,
                  const struct vt_event *event, const char *class_name) {
    size_t count = 0;
    const struct vt_row *rows = vt_models_find(vt_program_models(program),
                                               vt_string(unit->strings, event->function), &count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].fact == VT_FACT_ALLOC &&
            (!class_name || vt_class_is(rows[i].class_name, class_name)))
            return true;
    return false;
}

/* True if anything is done with what the call of REF makes. */
static bool is_made_use_of(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact != VT_FACT_EFFECT &&
            vt_is_same_call(program, ref, (struct vt_event_ref){ref.function, e}))
            return true;
    return false;
}

bool vt_is_unheeded(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    if (event->success == VT_RESULT_UNUSED)
        return !vt_class_is(class_name, "exec.program") || makes(program, unit, event, "process");
    return !vt_class_is(class_name, "exec.program") && makes(program, unit, event, NULL) &&
           !is_made_use_of(program, ref);
}

/* True if it is found which file REF reads, by its name in the program. */
static bool is_named(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&names[i]))
            return true;
    return false;
}

bool vt_is_worked_on(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool is_read = false;
    for (size_t i = 0; i < count; i++) {
        bool is_nothing = sources[i].kind == VT_SOURCE_CONSTANT && !*vt_source_text(&sources[i]);
        if (is_nothing)
            continue;
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read") ||
            is_named(program, sources[i].event))
            return false;
        is_read = true;
    }
    return is_read;
}

static bool is_said(struct vt_program *program, const struct vt_trace *trace) {
    return vt_find_source(program, trace, VT_FACT_ORIGIN, "argument") ||
           vt_find_source(program, trace, VT_FACT_ORIGIN, "environment") ||
           vt_find_source(program, trace, VT_FACT_ORIGIN, "terminal.read");
}

bool vt_is_bidden(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        for (unsigned side = 0; side < 2 && conditions[i].always; side++)
            if (is_said(program, vt_trace_subject(program, ref.function, conditions[i].predicate,
                                                  side, VT_TAG_HANDLE)))
                return true;
    return false;
}
