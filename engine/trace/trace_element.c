/* Calls through pointers of tables: which element of the table each function stands in.
 *
 * Requires: the targets of calls. Gives: vt_window_of, vt_element_path, vt_element_demand and
 * vt_element_is_filled, to the solver. Breaks: nothing.
 *
 * `commands[i].run(commands[i].data)` calls every function of the table, and gives each its own
 * element's data: what it gets was not put into the element of another.
 */
#include "engine/program/program_impl.h"

/* What brings the pointers that CALL calls: *COUNT edges. */
static const struct vt_linked_edge *callees_of(const struct vt_program *program, uint32_t call,
                                               uint32_t *count) {
    uint32_t node = vt_node_of_call(program, call, VT_NODE_CALLEE, 0);
    *count = 0;
    return node == VT_NONE ? NULL : vt_edges_into(program, node, count);
}

/* True if what EDGE brings comes out of an element of a table. */
static bool is_element(const struct vt_program *program, const struct vt_linked_edge *edge) {
    return program->nodes[edge->from].kind == VT_NODE_GLOBAL && edge->tags & VT_TAG_ELEMENT;
}

/* The table that CALL takes what it calls out of: its CALLEE's edge, if there is no other. */
static const struct vt_linked_edge *table_of(const struct vt_program *program, uint32_t call) {
    const struct vt_linked_edge *found = NULL;
    uint32_t nedges;
    const struct vt_linked_edge *edges = callees_of(program, call, &nedges);
    for (uint32_t e = 0; e < nedges; e++) {
        const struct vt_rewrite *rewrite = &program->rewrites->items[edges[e].rewrite];
        bool by_type = program->nodes[edges[e].from].kind == VT_NODE_TYPE;
        bool is_table = is_element(program, &edges[e]) && rewrite->ntake == 1 &&
                        rewrite->nput == 0 && rewrite->take[0].step;
        if (!by_type && (!is_table || found))
            return NULL;
        found = is_table ? &edges[e] : found;
    }
    return found;
}

/* True if CALL takes what it calls out of an element of some table. */
static bool is_by_element(const struct vt_program *program, uint32_t call) {
    uint32_t nedges;
    const struct vt_linked_edge *edges = callees_of(program, call, &nedges);
    for (uint32_t e = 0; e < nedges; e++)
        if (is_element(program, &edges[e]))
            return true;
    return false;
}

/* The function that EDGE, of a node of FUNCTION, brings; VT_NONE if it brings none. */
static uint32_t function_from(const struct vt_program *program, uint32_t function,
                              const struct vt_linked_edge *edge) {
    uint32_t unit = program->functions[function].unit;
    const struct vt_constant *constant =
        &program->units[unit].unit->constants[program->nodes[edge->from].ref];
    if (constant->kind != VT_CONSTANT_FUNCTION)
        return VT_NONE;
    uint32_t entity = vt_link_entity(program, unit, (uint32_t)constant->number);
    return program->entities[entity].function;
}

/* Adds to PROGRAM that FUNCTION, as target of CALL, stands in the element of table SHARED that AT,
 * one of the places TAKEN, is in. */
static void add_window(struct vt_program *program, uint32_t call, uint32_t function,
                       uint32_t shared, struct vt_range taken, struct vt_range at) {
    int32_t step = taken.step, base = taken.low == VT_OFFSET_LOW ? 0 : taken.low;
    int32_t low = at.low < base ? base : base + (at.low - base) / step * step;
    uint32_t *number = vt_map_put(&program->window_map, vt_key(call, function));
    if (*number == VT_NONE) {
        program->windows = vt_grow(program->arena, program->windows, program->nwindows,
                                   &program->window_capacity, sizeof *program->windows);
        *number = (uint32_t)program->nwindows++;
        program->windows[*number] = (struct vt_window){shared, {low, low + step}};
        return;
    }
    struct vt_window *window = &program->windows[*number];
    window->bytes = vt_range_join(window->bytes, (struct vt_range){low, low + step});
}

/* How EDGE, into table SHARED, changes what stands at the places TAKEN: by a function that stands
 * at one spot, not at all, or in a way that is not known. */
enum change { CHANGES_NOTHING, CHANGES_SPOT, CHANGES_ANY };

static enum change change_of(const struct vt_program *program, const struct vt_linked_edge *edge,
                             struct vt_range taken) {
    const struct vt_rewrite *put = &program->rewrites->items[edge->rewrite];
    bool is_deeper = put->nput > 1 || (put->nput == 1 && put->flags & VT_REWRITE_MEMORY);
    if (is_deeper || (put->nput == 1 && !vt_range_overlaps(put->put[0], taken)))
        return CHANGES_NOTHING;
    if (put->nput == 0 || program->nodes[edge->from].kind != VT_NODE_CONSTANT)
        return CHANGES_ANY;
    bool is_spot = !put->put[0].step && put->put[0].high - put->put[0].low < (int32_t)taken.step;
    return is_spot ? CHANGES_SPOT : CHANGES_ANY;
}

/* Visits what is put into table SHARED at the places TAKEN; with ADDS, as targets of CALL. False if
 * not all of it is known. */
static bool visit_table(struct vt_program *program, uint32_t call, uint32_t shared,
                        struct vt_range taken, bool adds) {
    uint32_t nmembers, nedges;
    const uint32_t *members = vt_row(&program->members, shared, &nmembers);
    for (uint32_t m = 0; m < nmembers; m++) {
        uint32_t function = program->nodes[members[m]].function;
        const struct vt_linked_edge *edges = vt_edges_into(program, members[m], &nedges);
        for (uint32_t e = 0; e < nedges; e++) {
            enum change change = change_of(program, &edges[e], taken);
            uint32_t put =
                change == CHANGES_SPOT ? function_from(program, function, &edges[e]) : VT_NONE;
            if (change == CHANGES_ANY)
                return false;
            if (adds && put != VT_NONE)
                add_window(program, call, put, shared, taken,
                           program->rewrites->items[edges[e].rewrite].put[0]);
        }
    }
    return nmembers > 0;
}

void vt_link_windows(struct vt_program *program) {
    vt_map_init(&program->window_map, program->arena);
    for (uint32_t c = 0; c < program->ncalls; c++) {
        const struct vt_linked_edge *table =
            vt_call_chooses(&program->calls[c]) ? table_of(program, c) : NULL;
        program->calls[c].by_element =
            vt_call_chooses(&program->calls[c]) && is_by_element(program, c);
        if (!table)
            continue;
        struct vt_range taken = program->rewrites->items[table->rewrite].take[0];
        uint32_t shared = program->nodes[table->from].ref;
        if (visit_table(program, c, shared, taken, false))
            visit_table(program, c, shared, taken, true);
    }
}

/* ---- Tables that are filled ---------------------------------------------------------------- */

/* The call by which state ID, at a table or where that is filled, was reached by its taker. */
static uint32_t call_of(const struct vt_solver *solver, uint32_t id) {
    const struct vt_program *program = solver->program;
    for (;; id = solver->states[id].parent) {
        uint32_t node = solver->states[id].node;
        if (node < program->nnodes && program->nodes[node].kind == VT_NODE_ARGUMENT)
            return program->nodes[node].ref;
    }
}

/* The functions that are put beside something. */
struct beside {
    unsigned passed, functions; /* by the filling function's callers, or by itself */
    bool has_target;
    struct vt_hook hook; /* where it is passed */
};

/* Adds what EDGE brings to node MEMBER, if it is the pointer that lies at PATH; false if that is
 * not known. */
static bool add_beside(const struct vt_program *program, const struct vt_linked_edge *edge,
                       uint32_t target, uint32_t member, const struct vt_path *path,
                       struct beside *beside) {
    struct vt_path before;
    const struct vt_linked_node *from = &program->nodes[edge->from];
    if (!vt_rewrite_backward(&program->rewrites->items[edge->rewrite], path, &before))
        return true;
    if (from->kind == VT_NODE_CONSTANT) {
        uint32_t function = function_from(program, program->nodes[member].function, edge);
        beside->functions += function != VT_NONE;
        beside->has_target |= function == target;
        return true;
    }
    beside->hook = (struct vt_hook){from->index, before};
    beside->passed++;
    return from->kind == VT_NODE_FORMAL && !before.open;
}

/* Adds what is put at member node MEMBER where PATH leads; false if that is not known. */
static bool add_all_beside(const struct vt_program *program, uint32_t target, uint32_t member,
                           const struct vt_path *path, struct beside *beside) {
    uint32_t nedges;
    bool known = true;
    const struct vt_linked_edge *edges = vt_edges_into(program, member, &nedges);
    for (uint32_t e = 0; known && e < nedges; e++)
        known = add_beside(program, &edges[e], target, member, path, beside);
    return known;
}

/* What a function puts into a table beside the function that CALL takes out of it: it is not known;
 * functions, but not TARGET; or what it is given itself at *HOOK. */
enum element { BESIDE_ANY, BESIDE_OTHER, BESIDE_PASSED };

static enum element beside_of(const struct vt_program *program, uint32_t call, uint32_t target,
                              uint32_t member, struct vt_hook *hook) {
    struct beside beside = {0};
    const struct vt_path value = {.count = 0};
    uint32_t nedges;
    const struct vt_linked_edge *edges = callees_of(program, call, &nedges);
    for (uint32_t e = 0; e < nedges; e++) {
        const struct vt_linked_node *from = &program->nodes[edges[e].from];
        struct vt_path path;
        if (from->kind == VT_NODE_GLOBAL && from->ref == program->nodes[member].ref &&
            vt_rewrite_backward(&program->rewrites->items[edges[e].rewrite], &value, &path) &&
            !add_all_beside(program, target, member, &path, &beside))
            return BESIDE_ANY;
    }
    *hook = beside.hook;
    if (beside.passed)
        return beside.passed == 1 && !beside.functions ? BESIDE_PASSED : BESIDE_ANY;
    return beside.functions && !beside.has_target ? BESIDE_OTHER : BESIDE_ANY;
}

/* ---- The solver at a table ----------------------------------------------------------------- */

/* The element that what flows along EDGE, to state S, comes out of; NULL if that is not known. */
static const struct vt_window *window_at(const struct vt_solver *solver, const struct vt_state *s,
                                         const struct vt_linked_edge *edge) {
    const struct vt_program *program = solver->program;
    const struct vt_window *window = NULL;
    if (s->taker)
        return vt_window_of(program, program->nodes[s->node].ref, s->taker - 1);
    for (size_t i = 0; solver->contexts[s->context].pinned && i < solver->npins; i++) {
        const struct vt_pin *pin = &solver->pins[i];
        if (program->calls[pin->call].function != program->nodes[edge->from].function)
            continue;
        const struct vt_window *other = vt_window_of(program, pin->call, pin->function);
        if (other && window)
            return NULL;
        window = other ? other : window;
    }
    return window;
}

uint32_t vt_element_path(struct vt_solver *solver, const struct vt_state *s,
                         const struct vt_linked_edge *edge, uint32_t path) {
    struct vt_path inner = solver->paths.items[path];
    const struct vt_linked_node *from = &solver->program->nodes[edge->from];
    if (from->kind != VT_NODE_GLOBAL || inner.count == 0 || !inner.ranges[0].step)
        return path;
    const struct vt_window *window = window_at(solver, s, edge);
    if (!window || window->shared != from->ref)
        return path;
    inner.ranges[0] = vt_range_meet(inner.ranges[0], window->bytes);
    return inner.ranges[0].low < inner.ranges[0].high ? vt_paths_add(&solver->paths, &inner)
                                                      : VT_NONE;
}

struct vt_demand vt_element_demand(const struct vt_solver *solver, uint32_t id,
                                   struct vt_demand demand) {
    const struct vt_program *program = solver->program;
    const struct vt_state *s = &solver->states[id];
    const struct vt_linked_function *f = &program->functions[program->nodes[s->node].function];
    uint32_t member = f->first_node + f->facts->edges[s->edge].to;
    struct vt_demand beside = {program->nodes[s->node].function, s->taker - 1, {0}};
    enum element element =
        beside_of(program, call_of(solver, id), s->taker - 1, member, &beside.hook);
    return element == BESIDE_PASSED ? beside : demand;
}

bool vt_element_is_filled(const struct vt_solver *solver, uint32_t id, uint32_t member) {
    struct vt_hook hook;
    uint32_t taker = solver->states[id].taker;
    return !taker || beside_of(solver->program, call_of(solver, id), taker - 1, member, &hook) !=
                         BESIDE_OTHER;
}
