#include "checkers/choice.h"

#include <string.h>

#include "checkers/ask.h"
#include "engine/arena.h"
#include "engine/strings.h"

static bool is_any(struct vt_program *program, const struct vt_source *source,
                   const char *const *classes) {
    for (; *classes; classes++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, *classes))
            return true;
    return false;
}

static bool is_from_socket(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
           (vt_handle_is(program, source->event, "socket") ||
            vt_handle_is(program, source->event, "tls"));
}

/* The same, and whoever calls: what comes through a parameter may be data of a socket as well, and
 * what is known of these goes before. */
enum decider { BY_NOBODY, BY_CALLER, BY_OUTSIDE, BY_USER };

static enum decider decider_of_source(struct vt_program *program, const struct vt_source *source) {
    static const char *const user[] = {"environment",   "argument",  "io.read", "file",
                                       "terminal.read", "host.user", "ipc",     NULL};
    static const char *const outside[] = {"network", "clock",       "random",
                                          "host",    "certificate", NULL};
    if (source->kind == VT_SOURCE_PARAMETER || source->kind == VT_SOURCE_EXTERNAL)
        return BY_CALLER;
    if (is_from_socket(program, source) || is_any(program, source, outside))
        return BY_OUTSIDE;
    return is_any(program, source, user) ? BY_USER : BY_NOBODY;
}

static enum decider stronger(enum decider a, enum decider b) {
    return a > b ? a : b;
}

static bool is_comparison(struct vt_program *program, const struct vt_source *source) {
    return source->kind == VT_SOURCE_EVENT &&
           vt_program_event(program, source->event, NULL)->fact == VT_FACT_COMPARE;
}

/* What is compared decides what comes of the comparison. */
static enum decider decider_of_comparison(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    enum decider decider = BY_NOBODY;
    for (size_t side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_role(program, ref, sides[side], NULL, VT_TAG_HANDLE | VT_TAG_DECIDED);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            decider = stronger(decider, decider_of_source(program, &sources[i]));
    }
    return decider;
}

/* What was found about a value. */
struct found {
    enum decider decider;
    size_t count;     /* of sources */
    unsigned numbers; /* different constants it may be, up to two */
    int64_t first;
    bool is_kept; /* a constant comes from a global, whose first value may be another */
};

static bool comes_from_global(const struct vt_trace *trace, const struct vt_source *source,
                              struct vt_arena *arena) {
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (steps[i].kind == VT_STEP_GLOBAL)
            return true;
    return false;
}

static void add_number(struct found *found, int64_t number) {
    if (found->numbers == 0)
        found->first = number;
    if (found->numbers < 2)
        found->numbers += found->numbers == 0 || number != found->first;
}

static struct found look_back(struct vt_program *program, const struct vt_trace *trace) {
    struct found found = {.decider = BY_NOBODY};
    struct vt_arena *arena = vt_arena_new();
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &found.count) : NULL;
    for (size_t i = 0; i < found.count; i++) {
        const struct vt_source *source = &sources[i];
        if (is_comparison(program, source))
            found.decider = stronger(found.decider, decider_of_comparison(program, source->event));
        found.decider = stronger(found.decider, decider_of_source(program, source));
        bool number = source->kind == VT_SOURCE_CONSTANT &&
                      source->constant->kind == VT_CONSTANT_INT && !(source->tags & VT_TAG_DECIDED);
        if (!number)
            continue;
        add_number(&found, source->constant->number);
        found.is_kept = found.is_kept || comes_from_global(trace, source, arena);
    }
    vt_arena_free(arena);
    return found;
}

static enum vt_decider told(enum decider decider) {
    switch (decider) {
    case BY_NOBODY:
        return VT_DECIDED_BY_NOBODY;
    case BY_OUTSIDE:
        return VT_DECIDED_BY_OUTSIDE;
    default:
        return VT_DECIDED_BY_USER;
    }
}

enum vt_decider vt_decider_of_role(struct vt_program *program, struct vt_event_ref ref,
                                   enum vt_role role) {
    struct found found = look_back(program, vt_trace_value(program, ref, role, VT_TAG_HANDLE));
    if (found.decider == BY_NOBODY && (found.numbers > 1 || found.is_kept))
        return VT_DECIDED_BY_USER; /* somebody has to tell between them; who was not followed */
    return told(found.decider);
}

/* ---- Conditions -------------------------------------------------------------------------- */

/* What a program does with connections, and what these are made of. */
static bool is_ordinary(const struct vt_unit *unit, const struct vt_event *event) {
    static const char *const classes[] = {"net.connect", "net.accept", "net.send", "net.receive",
                                          "tls",         "transfer",   "socket",   NULL};
    const char *name = vt_string(unit->strings, event->class_name);
    if (event->fact != VT_FACT_EFFECT && event->fact != VT_FACT_ALLOC)
        return false;
    for (size_t i = 0; classes[i]; i++)
        if (vt_class_is(name, classes[i]))
            return true;
    return false;
}

static bool stands_under(const struct vt_function *facts, uint32_t list, uint32_t predicate,
                         bool holds) {
    if (list == VT_NONE)
        return false;
    for (uint32_t i = facts->guards.offsets[list]; i < facts->guards.offsets[list + 1]; i++) {
        const struct vt_guard *guard = &facts->guards.guards[i];
        if (guard->predicate == predicate && guard->holds == holds && guard->always)
            return true;
    }
    return false;
}

/* True if connections are made if CONDITION holds and none if not: it is not about how. */
static bool is_about_all(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    bool under = false, opposite = false;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        if (!is_ordinary(unit, event))
            continue;
        under |= stands_under(facts, event->guards, condition.predicate, condition.holds);
        opposite |= stands_under(facts, event->guards, condition.predicate, !condition.holds);
    }
    return under && !opposite;
}

static bool has_edge(const struct vt_function *facts, struct vt_node from, struct vt_node to,
                     bool any_ref) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *edge = &facts->edges[e];
        const struct vt_node *a = &facts->nodes[edge->from], *b = &facts->nodes[edge->to];
        if (edge->rewrite == 0 && a->kind == from.kind && a->index == from.index &&
            b->kind == to.kind && b->index == to.index && (any_ref || b->ref == to.ref))
            return true;
    }
    return false;
}

/* True if CONDITION only asks whether there is a handle at all. */
static bool is_about_handle(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    if (!predicate->has_number || predicate->number != 0)
        return false;
    for (uint32_t p = 0; p < facts->nparams && p <= UINT8_MAX; p++) {
        struct vt_node formal = {.kind = VT_NODE_FORMAL, .index = (uint8_t)p};
        struct vt_node subject = {.kind = VT_NODE_SUBJECT, .ref = condition.predicate};
        struct vt_node handle = {.kind = VT_NODE_IN, .index = VT_ROLE_HANDLE};
        if (has_edge(facts, formal, subject, false) && has_edge(facts, formal, handle, true))
            return true;
    }
    return false;
}

static enum decider decider_of_condition(struct vt_program *program,
                                         struct vt_condition_ref condition) {
    if (is_about_all(program, condition) || is_about_handle(program, condition))
        return BY_NOBODY;
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    enum decider decider = BY_NOBODY;
    for (unsigned side = 0; side < 2u - predicate->has_number; side++) {
        struct found found =
            look_back(program, vt_trace_subject(program, condition.function, condition.predicate,
                                                side, VT_TAG_HANDLE));
        /* The compiler decides what is constant; here somebody we do not know does. */
        if (found.count == 0 || found.numbers > 0)
            decider = stronger(decider, BY_CALLER);
        decider = stronger(decider, found.decider);
    }
    return decider;
}

static bool is_by_user(struct vt_program *program, struct vt_condition_ref condition,
                       void *context) {
    (void)context;
    return told(decider_of_condition(program, condition)) == VT_DECIDED_BY_USER;
}

enum vt_decider vt_decider_of_event(struct vt_program *program, struct vt_event_ref ref) {
    if (vt_program_is_guarded(program, ref, is_by_user, NULL))
        return VT_DECIDED_BY_USER;
    struct vt_arena *arena = vt_arena_new();
    uint32_t guards = vt_program_event(program, ref, NULL)->guards;
    enum decider decider = BY_NOBODY;
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always)
            decider = stronger(decider, decider_of_condition(program, conditions[i]));
    vt_arena_free(arena);
    return told(decider);
}
