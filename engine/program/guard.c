/* Conditions that stand before a place, in its function and in those that call it. */
#include <assert.h>

#include "engine/program/program_impl.h"

/* True if PREDICATE of FUNCTION says that a call returned whose targets are known, and none does.
 */
static bool is_impossible(const struct vt_program *program, uint32_t function, uint32_t predicate) {
    const struct vt_linked_function *f = &program->functions[function];
    const struct vt_linked_call *call = NULL;
    if (!vt_predicate_returned(&f->facts->predicates[predicate]))
        return false;
    uint32_t count;
    const struct vt_node subject = {VT_NODE_SUBJECT, 0, predicate};
    const struct vt_edge *edges = vt_function_edges_to(f->facts, subject, &count);
    for (uint32_t e = 0; e < count && !call; e++) {
        const struct vt_node *from = &f->facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_RESULT)
            call = &program->calls[f->first_call + from->ref];
    }
    bool ends = call && call->count > 0;
    for (uint32_t i = 0; ends && i < call->count; i++) {
        uint32_t target = program->targets[call->first + i];
        ends = program->functions[target].facts->flags & VT_FUNCTION_NORETURN;
    }
    return ends;
}

/* True if all other alternatives in the group of guard I, of those in [FIRST, END), cannot be. */
static bool is_alone(const struct vt_program *program, uint32_t function, uint32_t first,
                     uint32_t end, uint32_t i) {
    const struct vt_guard *guards = program->functions[function].facts->guards.guards;
    unsigned others = 0, impossible = 0;
    for (uint32_t k = first; k < end && guards[i].either; k++) {
        if (k == i || guards[k].either != guards[i].either)
            continue;
        others++;
        impossible += is_impossible(program, function, guards[k].predicate);
    }
    return others > 0 && others == impossible;
}

struct vt_condition_ref *vt_program_conditions(const struct vt_program *program, uint32_t function,
                                               uint32_t guards, struct vt_arena *arena,
                                               size_t *count) {
    assert(function < program->nfunctions);
    const struct vt_guards *lists = &program->functions[function].facts->guards;
    *count = 0;
    if (guards == VT_NONE)
        return NULL;
    assert(guards < lists->nlists);
    uint32_t first = lists->offsets[guards], end = lists->offsets[guards + 1];
    struct vt_condition_ref *conditions = vt_alloc_array(arena, end - first, sizeof *conditions);
    for (uint32_t i = first; i < end; i++) {
        const struct vt_guard *guard = &lists->guards[i];
        bool told = false; /* a condition may stand in several groups of alternatives */
        for (uint32_t k = first; k < i; k++)
            told |= lists->guards[k].predicate == guard->predicate &&
                    lists->guards[k].holds == guard->holds;
        told |= vt_predicate_returned(
            &program->functions[function].facts->predicates[guard->predicate]);
        bool always = guard->always || is_alone(program, function, first, end, i);
        if (!told)
            conditions[(*count)++] =
                (struct vt_condition_ref){function, guard->predicate, guard->holds, always};
    }
    return conditions;
}

/* ---- One list ---------------------------------------------------------------------------- */

/* True if guard I is the first of its alternatives, of those from FIRST on. */
static bool is_first(const struct vt_guard *guards, uint32_t first, uint32_t i) {
    for (uint32_t k = first; k < i; k++)
        if (guards[k].either == guards[i].either)
            return false;
    return true;
}

bool vt_guards_hold(struct vt_program *program, uint32_t function, uint32_t list,
                    vt_condition_test test, void *context) {
    if (list == VT_NONE)
        return false;
    const struct vt_guards *lists = &program->functions[function].facts->guards;
    assert(list < lists->nlists);
    uint32_t first = lists->offsets[list], end = lists->offsets[list + 1];
    for (uint32_t i = first; i < end; i++) {
        const struct vt_guard *guard = &lists->guards[i];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if (guard->always && test(program, condition, context))
            return true;
    }
    for (uint32_t i = first; i < end; i++) {
        uint8_t group = lists->guards[i].either;
        bool all = group && is_first(lists->guards, first, i);
        for (uint32_t k = i; k < end && all; k++) {
            const struct vt_guard *guard = &lists->guards[k];
            struct vt_condition_ref condition = {function, guard->predicate, guard->holds, false};
            if (guard->either != group || is_impossible(program, function, guard->predicate))
                continue;
            all = !vt_predicate_returned(
                      &program->functions[function].facts->predicates[guard->predicate]) &&
                  test(program, condition, context);
        }
        if (all)
            return true;
    }
    return false;
}

/* ---- All ways ---------------------------------------------------------------------------- */

/* One question, with what was found out on the way. */
struct search {
    struct vt_program *program;
    vt_condition_test test;
    vt_spot_test spot; /* or NULL */
    void *context;
    struct vt_arena *arena;
    struct vt_map seen; /* functions that stand on the stack or did */
    uint32_t *stack;    /* functions that run without any condition that counts */
    size_t depth, capacity;
};

static bool is_held(const struct search *search, const struct vt_spot *spot) {
    return vt_guards_hold(search->program, spot->function, spot->guards, search->test,
                          search->context) ||
           (search->spot && search->spot(search->program, spot, search->context));
}

static void push(struct search *search, uint32_t function) {
    uint32_t *seen = vt_map_put(&search->seen, function);
    if (*seen != VT_NONE)
        return;
    *seen = 0;
    search->stack = vt_grow(search->arena, search->stack, search->depth, &search->capacity,
                            sizeof *search->stack);
    search->stack[search->depth++] = function;
}

/* True if some way from an entry to the function on the stack is free of conditions that count.
 * (Not guarded is the smallest set that holds such ways; guarded, its complement, the greatest.) */
static bool is_reached_freely(struct search *search) {
    const struct vt_program *program = search->program;
    while (search->depth > 0) {
        uint32_t function = search->stack[--search->depth];
        if (program->functions[function].entry)
            return true;
        const struct vt_site *sites;
        size_t count = vt_program_callers(program, function, &sites);
        for (size_t i = 0; i < count; i++) {
            uint32_t caller = sites[i].function;
            const struct vt_call *call = &program->functions[caller].facts->calls[sites[i].call];
            struct vt_spot spot = {caller, call->guards, call->location};
            if (!is_held(search, &spot))
                push(search, caller);
        }
    }
    return false;
}

static bool is_held_on_all_ways(struct search *search, const struct vt_spot *spot) {
    if (is_held(search, spot))
        return true;
    search->arena = vt_arena_new();
    vt_map_init(&search->seen, search->arena);
    push(search, spot->function);
    bool guarded = !is_reached_freely(search);
    vt_arena_free(search->arena);
    return guarded;
}

bool vt_guards_hold_on_all_ways(struct vt_program *program, uint32_t function, uint32_t list,
                                vt_condition_test test, void *context) {
    struct search search = {.program = program, .test = test, .context = context};
    struct vt_spot spot = {function, list, VT_NONE};
    return is_held_on_all_ways(&search, &spot);
}

bool vt_spots_hold_on_all_ways(struct vt_program *program, struct vt_event_ref event,
                               vt_condition_test test, vt_spot_test also, void *context) {
    struct search search = {.program = program, .test = test, .spot = also, .context = context};
    const struct vt_event *facts = vt_program_event(program, event, NULL);
    struct vt_spot spot = {event.function, facts->guards, facts->location};
    return is_held_on_all_ways(&search, &spot);
}

bool vt_program_is_guarded(struct vt_program *program, struct vt_event_ref event,
                           vt_condition_test test, void *context) {
    uint32_t guards = vt_program_event(program, event, NULL)->guards;
    return vt_guards_hold_on_all_ways(program, event.function, guards, test, context);
}
