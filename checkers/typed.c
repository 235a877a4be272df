#include "checkers/typed.h"

#include "engine/arena.h"

/* True if FUNCTION makes the check at REF itself, or calls the one that does. */
static bool has_checked(struct vt_program *program, uint32_t function, struct vt_event_ref ref) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, ref.function, &sites);
    for (size_t i = 0; i < count; i++)
        if (sites[i].function == function)
            return true;
    return function == ref.function;
}

static void add_results(struct vt_check *check, struct vt_typed *typed, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_PAYLOAD, VT_ABOUT_DATA | VT_TAG_HANDLE);
    size_t count = 0;
    const struct vt_site *sites = trace ? vt_trace_results(trace, arena, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!has_checked(program, sites[i].function, ref))
            continue;
        typed->sites =
            vt_grow(arena, typed->sites, typed->count, &typed->capacity, sizeof *typed->sites);
        typed->sites[typed->count++] = sites[i];
    }
}

static void add_all(struct vt_check *check, struct vt_typed *typed, enum vt_fact fact,
                    const char *class_name) {
    size_t count;
    struct vt_event_ref *events =
        vt_program_events(vt_check_program(check), fact, class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        add_results(check, typed, events[i]);
}

struct vt_typed vt_typed_of(struct vt_check *check) {
    struct vt_typed typed = {NULL, 0, 0};
    add_all(check, &typed, VT_FACT_EFFECT, "crypto.kdf");
    add_all(check, &typed, VT_FACT_CHECK, "check.password");
    return typed;
}

const struct vt_site *vt_typed_in(struct vt_check *check, const struct vt_typed *typed,
                                  const struct vt_trace *trace) {
    size_t count = 0;
    if (typed->count == 0 || !trace)
        return NULL;
    const struct vt_site *sites = vt_trace_results(trace, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        for (size_t t = 0; t < typed->count; t++)
            if (sites[i].function == typed->sites[t].function &&
                sites[i].call == typed->sites[t].call)
                return &typed->sites[t];
    return NULL;
}
