#include "checkers/shared/choice.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

bool vt_is_entitled(enum vt_decider decider) {
    return decider == VT_DECIDED_BY_USER || decider == VT_DECIDED_BY_CALLER;
}

static bool is_any(struct vt_program *program, const struct vt_source *source,
                   const char *const *classes) {
    for (; *classes; classes++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, *classes))
            return true;
    return false;
}

static enum vt_decider decider_of_source(struct vt_program *program,
                                         const struct vt_source *source) {
    static const char *const user[] = {"environment",   "argument",  "io.read", "file",
                                       "terminal.read", "host.user", "ipc",     NULL};
    static const char *const outside[] = {"network", "clock",       "random",
                                          "host",    "certificate", NULL};
    if (source->kind == VT_SOURCE_PARAMETER || source->kind == VT_SOURCE_EXTERNAL)
        return VT_DECIDED_BY_CALLER;
    if (vt_is_network(program, source) || is_any(program, source, outside))
        return VT_DECIDED_BY_OUTSIDE;
    return is_any(program, source, user) ? VT_DECIDED_BY_USER : VT_DECIDED_BY_NOBODY;
}

static enum vt_decider stronger(enum vt_decider a, enum vt_decider b) {
    return a > b ? a : b;
}

static bool is_comparison(struct vt_program *program, const struct vt_source *source) {
    return source->kind == VT_SOURCE_EVENT &&
           vt_program_event(program, source->event, NULL)->fact == VT_FACT_COMPARE;
}

/* What is compared decides what comes of the comparison. */
static enum vt_decider decider_of_comparison(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    enum vt_decider decider = VT_DECIDED_BY_NOBODY;
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
    enum vt_decider decider;
    size_t count;     /* of sources */
    unsigned numbers; /* different constants it may be, up to two */
    size_t nplain;    /* sources that are numbers as they are */
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
    struct found found = {.decider = VT_DECIDED_BY_NOBODY};
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
        found.nplain += vt_source_number(source, &(int64_t){0});
        found.is_kept = found.is_kept || comes_from_global(trace, source, arena);
    }
    vt_arena_free(arena);
    return found;
}

enum vt_decider vt_decider_of_role(struct vt_program *program, struct vt_event_ref ref,
                                   enum vt_role role) {
    struct found found = look_back(program, vt_trace_value(program, ref, role, VT_TAG_HANDLE));
    if (found.decider == VT_DECIDED_BY_NOBODY && (found.numbers > 1 || found.is_kept))
        return VT_DECIDED_BY_CALLER; /* somebody has to tell between them; who was not followed */
    return found.decider;
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

enum where { NOWHERE, ON_SOME_WAYS, ALWAYS };

/* Where in guard list LIST it stands that PREDICATE holds, or not. */
static enum where find_guard(const struct vt_function *facts, uint32_t list, uint32_t predicate,
                             bool holds) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].predicate == predicate && guards[g].holds == holds)
            return guards[g].always ? ALWAYS : ON_SOME_WAYS;
    return NOWHERE;
}

/* True if a constant is returned just because PREDICATE holds, or not: the function is left. */
static bool leaves(const struct vt_function *facts, uint32_t predicate, bool holds) {
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (find_guard(facts, facts->verdicts[v].guards, predicate, holds) != NOWHERE)
            return true;
    return false;
}

/* True if connections are made if CONDITION holds, and if not, none are or the function is left: it
 * is not about how. */
static bool is_about_all(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    bool under = false, opposite = false;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        if (!is_ordinary(unit, event))
            continue;
        under |= find_guard(facts, event->guards, condition.predicate, condition.holds) == ALWAYS;
        opposite |=
            find_guard(facts, event->guards, condition.predicate, !condition.holds) == ALWAYS;
    }
    return !opposite && (under || leaves(facts, condition.predicate, !condition.holds));
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

/* True if what CONDITION tests is one number of the program, for which it holds. */
static bool is_settled(const struct vt_program *program, struct vt_condition_ref condition,
                       const struct vt_trace *trace, const struct found *found) {
    return found->numbers == 1 && found->nplain == found->count && !found->is_kept &&
           !vt_trace_is_cut(trace) && !vt_condition_excludes(program, condition, found->first);
}

enum vt_decider vt_decider_of_condition(struct vt_program *program,
                                        struct vt_condition_ref condition) {
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    enum vt_decider decider = VT_DECIDED_BY_NOBODY;
    for (unsigned side = 0; side < 2u - predicate->has_number; side++) {
        const struct vt_trace *trace =
            vt_trace_subject(program, condition.function, condition.predicate, side, VT_TAG_HANDLE);
        struct found found = look_back(program, trace);
        /* The compiler decides what is constant; else somebody we do not know does. */
        if (found.count == 0 ||
            (found.numbers > 0 &&
             !(predicate->has_number && is_settled(program, condition, trace, &found))))
            decider = stronger(decider, VT_DECIDED_BY_CALLER);
        decider = stronger(decider, found.decider);
    }
    return decider;
}

/* The same of conditions about how things are done, and not whether anything is done at all. */
static enum vt_decider decider_of_way(struct vt_program *program,
                                      struct vt_condition_ref condition) {
    if (is_about_all(program, condition) || is_about_handle(program, condition))
        return VT_DECIDED_BY_NOBODY;
    return vt_decider_of_condition(program, condition);
}

static bool is_by_user(struct vt_program *program, struct vt_condition_ref condition,
                       void *context) {
    (void)context;
    return vt_is_entitled(decider_of_way(program, condition));
}

enum vt_decider vt_decider_of_event(struct vt_program *program, struct vt_event_ref ref) {
    if (vt_program_is_guarded(program, ref, is_by_user, NULL))
        return VT_DECIDED_BY_USER;
    struct vt_arena *arena = vt_arena_new();
    uint32_t guards = vt_program_event(program, ref, NULL)->guards;
    enum vt_decider decider = VT_DECIDED_BY_NOBODY;
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always)
            decider = stronger(decider, decider_of_way(program, conditions[i]));
    vt_arena_free(arena);
    return decider;
}
