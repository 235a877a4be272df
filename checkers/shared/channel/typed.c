#include "checkers/shared/channel/typed.h"

#include "engine/base/arena.h"

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

/* ---- Parameters -------------------------------------------------------------------------- */

enum { MAX_DOWN = 5 }; /* calls that a password is handed down through */

#define CHANGED (((uint32_t)VT_ABOUT_DATA & ~VT_AVOID_BLUR) | VT_TAG_HANDLE | VT_TAG_HASH)

static bool is_known(const struct vt_typed *typed, struct vt_parameter parameter) {
    for (size_t i = 0; i < typed->nparameters; i++)
        if (typed->parameters[i].function == parameter.function &&
            typed->parameters[i].index == parameter.index)
            return true;
    return false;
}

/* Adds the parameters of FUNCTION that node TO, of one of its calls or events, gets as they are. */
static void add_parameters(struct vt_check *check, struct vt_typed *typed, uint32_t function,
                           struct vt_node to) {
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, NULL);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        struct vt_parameter parameter = {function, from->index};
        if (from->kind != VT_NODE_FORMAL || edges[e].tags & CHANGED || is_known(typed, parameter))
            continue;
        typed->parameters = vt_grow(vt_check_arena(check), typed->parameters, typed->nparameters,
                                    &typed->parameter_capacity, sizeof *typed->parameters);
        typed->parameters[typed->nparameters++] = parameter;
    }
}

/* From the check at REF up to those who hand the password down to it. */
static void add_handed_down(struct vt_check *check, struct vt_typed *typed,
                            struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t done = typed->nparameters;
    struct vt_node payload = {.kind = VT_NODE_IN, .index = VT_ROLE_PAYLOAD, .ref = ref.event};
    add_parameters(check, typed, ref.function, payload);
    for (unsigned depth = 0; depth < MAX_DOWN && done < typed->nparameters; depth++) {
        size_t end = typed->nparameters;
        for (; done < end; done++) {
            struct vt_parameter parameter = typed->parameters[done];
            const struct vt_site *sites;
            size_t count = vt_program_callers(program, parameter.function, &sites);
            for (size_t i = 0; i < count; i++)
                add_parameters(check, typed, sites[i].function,
                               (struct vt_node){.kind = VT_NODE_ARGUMENT,
                                                .index = (uint8_t)parameter.index,
                                                .ref = sites[i].call});
        }
    }
}

static void add_all(struct vt_check *check, struct vt_typed *typed, enum vt_fact fact,
                    const char *class_name) {
    size_t count;
    struct vt_event_ref *events =
        vt_program_events(vt_check_program(check), fact, class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        add_results(check, typed, events[i]);
    for (size_t i = 0; i < count; i++)
        add_handed_down(check, typed, events[i]);
}

struct vt_typed vt_typed_of(struct vt_check *check) {
    struct vt_typed typed = {NULL, 0, 0, NULL, 0, 0};
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

const struct vt_parameter *vt_typed_through(struct vt_check *check, const struct vt_typed *typed,
                                            const struct vt_trace *trace) {
    size_t count = 0;
    if (typed->nparameters == 0 || !trace)
        return NULL;
    const struct vt_parameter *found = vt_trace_parameters(trace, vt_check_arena(check), &count);
    for (size_t t = 0; t < typed->nparameters; t++)
        for (size_t i = 0; i < count; i++)
            if (found[i].function == typed->parameters[t].function &&
                found[i].index == typed->parameters[t].index)
                return &typed->parameters[t];
    return NULL;
}
