/* Backward tabulation over access paths.
 *
 * Requires: a linked program (numbers, incoming edges, call targets, callers).
 * Gives: the states that reach the question, and among them the sources.
 * Breaks: nothing; the program is only read.
 *
 * After Reps, Horwitz and Sagiv (POPL 1995), with the direction turned round: a callee is entered
 * through the fact at its exit (return value or memory beneath a parameter) that is asked for, and
 * left through the facts at its parameters that this needs. What was found for an exit fact is kept
 * in its context and serves every call that asks the same. States are worked off in the order they
 * were found, so that the first way to a source is the shortest.
 */
#include <assert.h>
#include <string.h>

#include "engine/program/program_impl.h"

#define PATHS_PER_NODE 16 /* of one context, before paths are widened */
#define WORK_PER_STATE 64 /* steps looked at, for each state of the budget */
#define MOST_MORE      15 /* that a state costs where questions run out */
#define SEEN_PATH_BITS 13 /* of what rewrites made of paths, as a power of two */

/* How a state is reached. */
struct arrival {
    uint32_t context, node, path;
    uint32_t parent, via, edge, tags;
    uint32_t taker; /* as in vt_state */
};

struct vt_solver *vt_solver_new(const struct vt_program *program) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_solver *solver = vt_alloc(arena, sizeof *solver);
    solver->program = program;
    solver->arena = arena;
    vt_paths_init(&solver->paths, arena);
    vt_map_init(&solver->buckets, arena);
    vt_map_init(&solver->context_map, arena);
    vt_map_init(&solver->bound_map, arena);
    vt_map_init(&solver->exit_map, arena);
    vt_map_init(&solver->count_map, arena);
    solver->places =
        vt_alloc_array(arena, program->nnodes + program->nshared, sizeof *solver->places);
    solver->needed =
        vt_alloc_array(arena, program->ncalls + program->nfunctions, sizeof *solver->needed);
    for (unsigned i = 0; i < 2; i++)
        solver->seen_paths[i] =
            vt_alloc_array(arena, (size_t)1 << SEEN_PATH_BITS, sizeof *solver->seen_paths[i]);
    solver->open_path = vt_paths_add(&solver->paths, &(struct vt_path){.open = VT_OPEN_ANY});
    return solver;
}

void vt_solver_free(struct vt_solver *solver) {
    if (solver)
        vt_arena_free(solver->arena);
}

/* A context in FUNCTION, or (VT_NONE) in all. */
static uint32_t new_context(struct vt_solver *solver, uint32_t function, uint32_t outer_tags,
                            bool pinned) {
    struct vt_context context = {.waiters = {VT_NONE, VT_NONE},
                                 .entries = {VT_NONE, VT_NONE},
                                 .outer_tags = outer_tags,
                                 .heads = VT_NONE,
                                 .pinned = pinned};
    if (function != VT_NONE) {
        const struct vt_linked_function *f = &solver->program->functions[function];
        size_t size = f->facts->nnodes;
        solver->heads = vt_grow(solver->arena, solver->heads, solver->nheads + size,
                                &solver->head_capacity, sizeof *solver->heads);
        memset(solver->heads + solver->nheads, 0xff, size * sizeof *solver->heads);
        context.first_node = f->first_node;
        context.heads = (uint32_t)solver->nheads;
        solver->nheads += size;
    }
    solver->contexts = vt_grow(solver->arena, solver->contexts, solver->ncontexts,
                               &solver->context_capacity, sizeof *solver->contexts);
    solver->contexts[solver->ncontexts] = context;
    return (uint32_t)solver->ncontexts++;
}

void vt_solver_begin(struct vt_solver *solver, uint32_t avoid, uint32_t budget) {
    assert(solver->epoch < UINT32_MAX);
    solver->epoch++;
    vt_map_clear(&solver->buckets);
    vt_map_clear(&solver->context_map);
    vt_map_clear(&solver->count_map);
    solver->nstates = solver->ncontexts = solver->nlinks = solver->nsources = solver->nheads = 0;
    solver->avoid = avoid;
    solver->skipped = avoid | VT_EDGE_IDLE | (avoid & VT_TAG_ASSUMED ? VT_EDGE_UNWRITTEN : 0);
    solver->budget = budget;
    solver->limit = UINT32_MAX;
    solver->spent = 0;
    solver->worn = NULL;
    solver->work = (uint64_t)budget * WORK_PER_STATE;
    solver->seen = solver->seen_paths[(avoid & VT_AVOID_BLUR) != 0];
    solver->cut = solver->passes_variable = solver->passes_unknown = false;
    solver->tags = solver->skipped_by = 0;
    solver->nneeds = 0;
    solver->pins = NULL;
    solver->npins = 0;
    solver->start = new_context(solver, VT_NONE, 0, false);
}

void vt_solver_pin(struct vt_solver *solver, const struct vt_pin *pins, size_t npins) {
    solver->pins = pins;
    solver->npins = npins;
    solver->start = new_context(solver, VT_NONE, 0, true);
}

/* True if pins let a way of CONTEXT go between FUNCTION and its caller at CALL. */
static bool may_pass(const struct vt_solver *solver, uint32_t context, uint32_t function,
                     uint32_t call) {
    bool pinned = false, counts = solver->contexts[context].pinned;
    for (size_t i = 0; i < solver->npins; i++) {
        if (solver->pins[i].function != function || !(counts || solver->pins[i].is_firm))
            continue;
        if (solver->pins[i].call == call)
            return true;
        pinned = true;
    }
    return !pinned;
}

/* The question depends on what WHAT stands for (vt_solver.needs). */
static void need(struct vt_solver *solver, uint32_t what) {
    if (solver->needed[what] == solver->epoch)
        return;
    solver->needed[what] = solver->epoch;
    solver->needs = vt_grow(solver->arena, solver->needs, solver->nneeds, &solver->need_capacity,
                            sizeof *solver->needs);
    solver->needs[solver->nneeds++] = what;
}

/* It depends on the targets of CALL. */
static void need_targets(struct vt_solver *solver, uint32_t call) {
    if (!solver->program->linked && solver->program->calls[call].is_open)
        need(solver, call);
}

/* It depends on the callers of FUNCTION. */
static void need_callers(struct vt_solver *solver, uint32_t function) {
    if (!solver->program->linked)
        need(solver, solver->program->ncalls + function);
}

static void push_link(struct vt_solver *solver, struct vt_queue *queue, uint32_t state) {
    uint32_t link = (uint32_t)solver->nlinks++;
    solver->links =
        vt_grow(solver->arena, solver->links, link, &solver->link_capacity, sizeof *solver->links);
    solver->links[link] = (struct vt_link){state, VT_NONE};
    if (queue->first == VT_NONE)
        queue->first = link;
    else
        solver->links[queue->last].next = link;
    queue->last = link;
}

/* ---- Paths ------------------------------------------------------------------------------- */

/* True if all that NARROW names lies in what WIDE names. Most paths that are held against each
 * other differ in their ranges, so that these come first. */
static bool covers(const struct vt_path *wide, const struct vt_path *narrow) {
    if (wide->count > narrow->count)
        return false;
    for (unsigned i = 0; i < wide->count; i++)
        if (!vt_range_covers(&wide->ranges[i], &narrow->ranges[i]))
            return false;
    unsigned least = wide->count + wide->deeper, has = narrow->count + narrow->deeper;
    bool ends = !wide->open || wide->exact;
    if (least > has || (ends && (least != has || (narrow->open && !narrow->exact))))
        return false;
    return wide->open != VT_OPEN_BYTES || vt_path_open(narrow, wide->count) != VT_OPEN_ANY;
}

/* A coarser path, for a place that has seen COUNT paths: first what lies deeper goes, then the
 * offset. Memory never becomes the value itself, and what a handle was opened with stays apart. */
static uint32_t widen(struct vt_solver *solver, uint32_t path, unsigned count) {
    struct vt_path wide = solver->paths.items[path];
    if (wide.count == 0)
        return path;
    if (count >= 2 * PATHS_PER_NODE && !vt_range_is_field(wide.ranges[0]))
        wide.ranges[0] = VT_RANGE_ALL;
    vt_path_cut(&wide, 1);
    wide.exact = 0;
    return vt_paths_add(&solver->paths, &wide);
}

/* ---- Masks ------------------------------------------------------------------------------- */

/* Whether a way with TAGS is one of those that VT_ONLY_MASKED asks for: such states are kept apart
 * from others, and contexts that are entered from them. Of other questions no state is. */
static bool is_masked(const struct vt_solver *solver, uint32_t tags) {
    return solver->avoid & VT_ONLY_MASKED && tags & VT_TAG_SHARES;
}

/* ---- States ------------------------------------------------------------------------------ */

/* True if a state from FIRST on covers AT; *COUNT becomes how many there are. */
static bool is_covered(const struct vt_solver *solver, uint32_t first, const struct arrival *at,
                       unsigned *count) {
    const struct vt_state *states = solver->states;
    const struct vt_path *items = solver->paths.items;
    uint32_t apart = solver->avoid & VT_ONLY_MASKED ? VT_TAG_SHARES : 0; /* as in is_masked */
    uint32_t path = at->path, taker = at->taker;
    bool masked = at->tags & apart;
    *count = 0;
    for (uint32_t i = first; i != VT_NONE; i = states[i].next) {
        if (states[i].taker != taker || !!(states[i].tags & apart) != masked)
            continue;
        if (states[i].path == path || covers(&items[states[i].path], &items[path]))
            return true;
        ++*count;
    }
    return false;
}

/* What is known of NODE; nothing yet, if nobody was there since the question was asked. */
static struct vt_place *place_of(struct vt_solver *solver, uint32_t node) {
    struct vt_place *place = &solver->places[node];
    if (place->epoch != solver->epoch)
        *place = (struct vt_place){.epoch = solver->epoch, .newest = VT_NONE};
    return place;
}

/* Where the newest state of NODE in CONTEXT is told. */
static uint32_t *head_of(struct vt_solver *solver, uint32_t context, uint32_t node) {
    const struct vt_context *in = &solver->contexts[context];
    if (context == 0)
        return &place_of(solver, node)->newest;
    if (in->heads == VT_NONE)
        return vt_map_put(&solver->buckets, node);
    assert(solver->program->nodes[node].function ==
           solver->program->nodes[in->first_node].function);
    return &solver->heads[in->heads + (node - in->first_node)];
}

/* What a state at NODE costs: the more, the more questions have run out that looked there. */
static uint32_t cost_at(const struct vt_solver *solver, uint32_t node) {
    uint32_t worn = solver->worn[node];
    uint32_t more = worn > solver->grace ? worn - solver->grace : 0;
    return 1 + (more < MOST_MORE ? more : MOST_MORE);
}

/* The arrival AT, where COUNT other paths are known from state FIRST on, with a coarser path; false
 * if there is nothing new in it. */
static bool widen_arrival(struct vt_solver *solver, struct arrival *at, uint32_t first,
                          unsigned count) {
    if (solver->avoid & VT_AVOID_BLUR)
        return false;
    at->path = widen(solver, at->path, count);
    return !is_covered(solver, first, at, &count);
}

static void visit(struct vt_solver *solver, struct arrival *at) {
    solver->tags |= at->tags;
    if (solver->cut || solver->work == 0) {
        solver->cut = true;
        return;
    }
    solver->work--;
    uint32_t *first = head_of(solver, at->context, at->node);
    unsigned count = 0;
    if (*first != VT_NONE && is_covered(solver, *first, at, &count))
        return;
    if (count >= PATHS_PER_NODE && !widen_arrival(solver, at, *first, count))
        return;
    if (solver->spent >= solver->budget || solver->nstates >= solver->limit) {
        solver->cut = true;
        return;
    }
    solver->spent += solver->worn ? cost_at(solver, at->node) : 1;
    solver->states = vt_grow(solver->arena, solver->states, solver->nstates,
                             &solver->state_capacity, sizeof *solver->states);
    solver->states[solver->nstates] = (struct vt_state){
        .context = at->context,
        .node = at->node,
        .path = at->path,
        .parent = at->parent,
        .via = at->via,
        .edge = at->edge,
        .tags = at->tags,
        .next = *first,
        .taker = at->taker,
    };
    *first = (uint32_t)solver->nstates++;
}

/* From state ID on to NODE, in the same context and with the same path. */
static void pass_to(struct vt_solver *solver, uint32_t id, uint32_t node) {
    const struct vt_state *s = &solver->states[id];
    visit(solver, &(struct arrival){s->context, node, s->path, id, VT_NONE, VT_NONE, s->tags});
}

void vt_solver_start(struct vt_solver *solver, uint32_t node, const struct vt_path *path) {
    uint32_t id = vt_paths_add(&solver->paths, path);
    visit(solver, &(struct arrival){solver->start, node, id, VT_NONE, VT_NONE, VT_NONE, 0});
}

/* Cuts off what PATH says to lie before a pointer only because no offset is known there; false if
 * nothing is left. */
static bool narrow(struct vt_path *path) {
    for (unsigned i = 0; i < path->count; i++) {
        struct vt_range *range = &path->ranges[i];
        if (range->low == VT_OFFSET_LOW)
            range->low = 0;
        if (range->low >= range->high)
            return false;
    }
    return true;
}

/* True if REWRITE puts at offsets that are not known, and PATH asks for what lies before the
 * pointer there. */
static bool asks_before(const struct vt_rewrite *rewrite, const struct vt_path *path) {
    for (unsigned i = 0; i < rewrite->nput && i < path->count; i++)
        if (rewrite->put[i].low == VT_OFFSET_LOW && path->ranges[i].high <= 0)
            return true;
    return false;
}

/* What PATH is backwards through REWRITE, whose gate lets it pass, or VT_NONE. */
static uint32_t look_before(struct vt_solver *solver, uint32_t rewrite, uint32_t path) {
    const struct vt_rewrite *items = solver->program->rewrites->items;
    struct vt_path before;
    bool sharp = solver->avoid & VT_AVOID_BLUR;
    if ((sharp && asks_before(&items[rewrite], &solver->paths.items[path])) ||
        !vt_rewrite_backward(&items[rewrite], &solver->paths.items[path], &before))
        return VT_NONE;
    if (sharp && !narrow(&before))
        return VT_NONE;
    return vt_paths_add(&solver->paths, &before);
}

/* The same, remembered: it is asked in every context, and for every question. */
static uint32_t path_before(struct vt_solver *solver, uint32_t rewrite, uint32_t path) {
    uint32_t hash = (rewrite * 0x9e3779b9u ^ path) * 0x85ebca6bu;
    struct vt_seen_path *seen = &solver->seen[hash >> (32 - SEEN_PATH_BITS)];
    if (seen->rewrite != rewrite || seen->before != path)
        *seen = (struct vt_seen_path){rewrite, path, look_before(solver, rewrite, path)};
    return seen->after;
}

/* True if FUNCTION leaves something beneath parameter INDEX. */
static bool writes_to(const struct vt_program *program, uint32_t function, unsigned index) {
    uint32_t count;
    if (!(program->functions[function].written >> index % 64 & 1))
        return false;
    const uint32_t *exits = vt_row(&program->exits, function, &count);
    for (uint32_t i = 0; i < count; i++)
        if (program->nodes[exits[i]].kind == VT_NODE_OUT && program->nodes[exits[i]].index == index)
            return true;
    return false;
}

/* What is to be said of EDGE, which tells what a call left in memory that also holds what it held
 * before: nothing, if the call writes there. Were an idle edge followed, what the pointer may point
 * to would seem to be one. */
static uint32_t idleness(const struct vt_program *program, const struct vt_linked_edge *edge) {
    const struct vt_linked_node *effect = &program->nodes[edge->from];
    const struct vt_linked_call *call = &program->calls[effect->ref];
    for (uint32_t i = 0; i < call->count; i++)
        if (writes_to(program, program->targets[call->first + i], effect->index))
            return 0;
    return call->count > 0 && !call->has_behind ? VT_EDGE_IDLE : VT_EDGE_UNWRITTEN;
}

void vt_link_idle(struct vt_program *program) {
    for (uint32_t e = 0; e < program->nodes[program->nnodes].first_edge; e++)
        if (program->edges[e].tags & VT_TAG_KEPT)
            program->edges[e].tags |= idleness(program, &program->edges[e]);
}

/* True if EDGE is not to be followed; as long as targets are looked for, idleness may change. */
static bool is_skipped(struct vt_solver *solver, const struct vt_linked_edge *edge) {
    const struct vt_program *program = solver->program;
    uint32_t tags = edge->tags;
    if (tags & VT_TAG_KEPT && !program->linked) {
        tags |= idleness(program, edge);
        need_targets(solver, program->nodes[edge->from].ref);
    }
    tags &= solver->skipped;
    solver->skipped_by |= tags;
    return tags;
}

/* The same of an edge that is followed forwards. */
static bool is_avoided(struct vt_solver *solver, const struct vt_linked_edge *edge) {
    uint32_t tags = edge->tags & solver->avoid;
    solver->skipped_by |= tags;
    return tags;
}

/* True if what flows along EDGE, to state S, is put into, or out of, the element of S's taker. */
static bool stays_with(const struct vt_solver *solver, const struct vt_state *s,
                       const struct vt_linked_edge *edge) {
    uint8_t kind = solver->program->nodes[edge->from].kind;
    if (s->node < solver->program->nnodes)
        return kind == VT_NODE_GLOBAL && edge->tags & VT_TAG_ELEMENT;
    return kind == VT_NODE_FORMAL;
}

/* Backwards along the edges that end at NODE, which state ID stands at or is bound to. */
static void flow_in(struct vt_solver *solver, uint32_t id, uint32_t node) {
    const struct vt_program *program = solver->program;
    const struct vt_state s = solver->states[id];
    const struct vt_path known = solver->paths.items[s.path];
    bool sharp = solver->avoid & VT_AVOID_BLUR;
    struct arrival at = {.context = s.context, .parent = id, .via = VT_NONE};
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &count);
    for (uint32_t i = 0; i < count && !solver->cut; i++) {
        const struct vt_linked_edge *edge = &edges[i];
        if (is_skipped(solver, edge) ||
            vt_gate_stops(&program->gates[edge->rewrite], &known, sharp))
            continue;
        at.path = edge->rewrite ? path_before(solver, edge->rewrite, s.path) : s.path;
        if (edge->tags & VT_TAG_ELEMENT && at.path != VT_NONE)
            at.path = vt_element_path(solver, &s, edge, at.path);
        if (at.path == VT_NONE)
            continue;
        at.node = edge->from;
        at.edge = edge->edge;
        at.tags = s.tags | (edge->tags & VT_WAY_TAGS);
        at.taker = s.taker && stays_with(solver, &s, edge) ? s.taker : 0;
        visit(solver, &at);
    }
}

/* ---- Sources ----------------------------------------------------------------------------- */

/* Tells SOURCE (its kind's own fields are set) for state ID, unless its node was told before. */
static void found(struct vt_solver *solver, uint32_t id, struct vt_source source) {
    const struct vt_state *s = &solver->states[id];
    uint32_t tags = s->tags | solver->contexts[s->context].outer_tags;
    if (solver->avoid & VT_ONLY_MASKED && !is_masked(solver, tags))
        return;
    struct vt_place *place = place_of(solver, s->node);
    if (place->is_told)
        return;
    place->is_told = true;
    uint32_t function = solver->program->nodes[s->node].function;
    if (source.kind != VT_SOURCE_FUNCTION)
        source.function = function;
    source.unit = vt_unit_of(solver->program, source.function);
    source.tags = tags;
    source.state = id;
    solver->sources = vt_grow(solver->arena, solver->sources, solver->nsources,
                              &solver->source_capacity, sizeof *solver->sources);
    solver->sources[solver->nsources++] = source;
}

static void at_constant(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node) {
    const struct vt_program *program = solver->program;
    const struct vt_state *s = &solver->states[id];
    const struct vt_path *path = &solver->paths.items[s->path];
    if (path->count > 0 && vt_range_is_field(path->ranges[0]))
        return; /* a constant was not opened with anything */
    uint32_t unit = program->functions[program->nodes[s->node].function].unit;
    const struct vt_constant *constant = &program->units[unit].unit->constants[node->ref];
    struct vt_source source = {.kind = VT_SOURCE_CONSTANT, .constant = constant};
    if (constant->kind == VT_CONSTANT_FUNCTION) {
        uint32_t entity = vt_link_entity(program, unit, (uint32_t)constant->number);
        source.name = program->entities[entity].name;
        source.function = program->entities[entity].function;
        if (source.function != VT_NONE) {
            source.kind = VT_SOURCE_FUNCTION;
            source.constant = NULL;
        }
    }
    found(solver, id, source);
}

static void at_outcome(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node) {
    uint32_t function = solver->program->nodes[solver->states[id].node].function;
    found(solver, id, (struct vt_source){.kind = VT_SOURCE_EVENT, .event = {function, node->ref}});
}

/* ---- Calls ------------------------------------------------------------------------------- */

/* Who gets, at parameter NODE, what CALL takes out of an element of a table; 0: it does not. */
static uint32_t taker_at(const struct vt_program *program, uint32_t call, uint32_t node) {
    return program->calls[call].by_element ? program->nodes[node].function + 1 : 0;
}

/* What context of state WAITER needs at the call it waits for, now that ENTRY was reached. */
static void return_to(struct vt_solver *solver, uint32_t waiter, uint32_t entry) {
    const struct vt_program *program = solver->program;
    const struct vt_state *w = &solver->states[waiter], *e = &solver->states[entry];
    uint32_t call = program->nodes[w->node].ref, path = e->path, count;
    unsigned index = program->nodes[e->node].index;
    struct arrival at = {.context = w->context,
                         .parent = entry,
                         .via = waiter,
                         .edge = VT_NONE,
                         .tags = e->tags | w->tags,
                         .taker = taker_at(program, call, e->node)};
    const uint32_t *nodes = vt_row(&program->call_nodes, call, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_node *node = &program->nodes[nodes[i]];
        if (node->kind != VT_NODE_ARGUMENT || node->index != index)
            continue;
        at.node = nodes[i];
        at.path = path;
        visit(solver, &at);
    }
}

static uint64_t context_key(uint32_t exit, uint32_t path, bool pinned, bool masked) {
    assert(path < 1u << 30);
    return vt_key(exit, path << 2 | (uint32_t)masked << 1 | pinned);
}

/* EXIT of a function whose hooks are given BOUND, as a number of its own. */
static uint32_t bound_exit(struct vt_solver *solver, uint32_t exit, const struct vt_bound *bound) {
    uint32_t *both = vt_map_put(&solver->bound_map, vt_key(bound->at[0], bound->at[1]));
    if (*both == VT_NONE)
        *both = solver->nbounds++;
    uint32_t *number = vt_map_put(&solver->exit_map, vt_key(exit, *both));
    if (*number == VT_NONE)
        *number = solver->program->nnodes + solver->nbound_exits++;
    return *number;
}

/* One more context at EXIT, of a node or bound; gives how many there are. */
static uint32_t count_context(struct vt_solver *solver, uint32_t exit) {
    if (exit < solver->program->nnodes)
        return ++place_of(solver, exit)->contexts;
    uint32_t *count = vt_map_put(&solver->count_map, exit);
    *count = *count == VT_NONE ? 1 : *count + 1;
    return *count;
}

/* The context for what state WAITER asks at EXIT of a callee; made and started if it is new.
 * VT_NONE if the exit has seen too many paths to keep another one apart. */
static uint32_t enter_context(struct vt_solver *solver, uint32_t waiter, uint32_t exit) {
    const struct vt_state w = solver->states[waiter];
    uint32_t function = solver->program->nodes[exit].function, path = w.path, asked = exit;
    bool pinned = solver->contexts[w.context].pinned;
    uint32_t outer_tags = w.tags | solver->contexts[w.context].outer_tags;
    bool masked = is_masked(solver, outer_tags);
    struct vt_bound bound = vt_bound_none;
    if (vt_hooks_of(solver->program, function) && vt_hooks_bind(solver, waiter, function, &bound))
        asked = bound_exit(solver, exit, &bound);
    uint32_t context = vt_map_get(&solver->context_map, context_key(asked, path, pinned, masked));
    if (context != VT_NONE)
        return context;
    uint32_t seen = count_context(solver, asked);
    if (seen > PATHS_PER_NODE) { /* recursion may ask at ever new offsets */
        if (solver->avoid & VT_AVOID_BLUR)
            return VT_NONE;
        path = widen(solver, path, seen);
        context = vt_map_get(&solver->context_map, context_key(asked, path, pinned, masked));
        if (context != VT_NONE)
            return context;
    }
    context = new_context(solver, function, outer_tags, pinned);
    solver->contexts[context].bound = bound;
    *vt_map_put(&solver->context_map, context_key(asked, path, pinned, masked)) = context;
    visit(solver, &(struct arrival){context, exit, path, VT_NONE, waiter, VT_NONE, 0});
    return context;
}

static void descend(struct vt_solver *solver, uint32_t waiter, uint32_t exit) {
    uint32_t context = enter_context(solver, waiter, exit);
    if (context == VT_NONE)
        return;
    push_link(solver, &solver->contexts[context].waiters, waiter);
    for (uint32_t i = solver->contexts[context].entries.first; i != VT_NONE && !solver->cut;
         i = solver->links[i].next)
        return_to(solver, waiter, solver->links[i].state);
}

/* A call of somebody who is not in the program: what was beneath an argument still is; and it may
 * have been made from anything the call was given. */
static void at_unknown_call(struct vt_solver *solver, uint32_t id,
                            const struct vt_linked_node *node, uint32_t call) {
    const struct vt_program *program = solver->program;
    uint32_t entity = program->calls[call].entity;
    if (node->kind == VT_NODE_RESULT)
        found(solver, id,
              (struct vt_source){.kind = VT_SOURCE_EXTERNAL,
                                 .name = entity == VT_NONE ? "" : program->entities[entity].name});
    uint32_t count;
    const uint32_t *nodes = vt_row(&program->call_nodes, call, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_node *argument = &program->nodes[nodes[i]];
        if (argument->kind != VT_NODE_ARGUMENT)
            continue;
        if (node->kind == VT_NODE_EFFECT && argument->index == node->index) {
            solver->passes_unknown = true;
            pass_to(solver, id, nodes[i]);
        }
        if (solver->avoid & VT_TAG_ASSUMED)
            continue;
        const struct vt_state *s = &solver->states[id];
        visit(solver, &(struct arrival){s->context, nodes[i], solver->open_path, id, VT_NONE,
                                        VT_EDGE_ASSUMED, s->tags | VT_TAG_ASSUMED});
    }
}

/* FUNCTION does not touch the memory beneath the argument NODE of CALL: it is as before. */
static void pass_over(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node,
                      uint32_t call) {
    uint32_t count;
    const uint32_t *nodes = vt_row(&solver->program->call_nodes, call, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_node *argument = &solver->program->nodes[nodes[i]];
        if (argument->kind == VT_NODE_ARGUMENT && argument->index == node->index)
            pass_to(solver, id, nodes[i]);
    }
}

/* EXIT of a callee of CALL hands out what lies in an argument's object: what the EFFECT that state
 * ID stands at asks for may have been put there, behind the result of the call or what it left. */
static void at_behind(struct vt_solver *solver, uint32_t id, uint32_t call, uint32_t exit) {
    const struct vt_program *program = solver->program;
    uint32_t behind = vt_behind_of(program, call, exit), count;
    const struct vt_linked_edge *edges = vt_edges_into(program, exit, &count);
    unsigned least = program->nodes[exit].kind == VT_NODE_OUT; /* pointers in memory */
    for (uint32_t i = 0; i < count && behind != VT_NONE && !solver->cut; i++) {
        const struct vt_linked_edge *edge = &edges[i];
        const struct vt_state s = solver->states[id];
        const struct vt_linked_node *from = &program->nodes[edge->from];
        const struct vt_rewrite *rewrite = &program->rewrites->items[edge->rewrite];
        struct vt_path path = solver->paths.items[s.path], beneath;
        if (from->kind == VT_NODE_FORMAL && from->index == program->nodes[s.node].index &&
            !is_avoided(solver, edge) && rewrite->nput == least &&
            vt_rewrite_forward(rewrite, &path, &beneath) && (beneath.count > least || beneath.open))
            visit(solver,
                  &(struct arrival){s.context, behind, vt_paths_add(&solver->paths, &beneath), id,
                                    VT_NONE, VT_NONE, s.tags});
    }
}

/* What call NODE (a RESULT or EFFECT) belongs to brought it, or left it alone. */
static void at_call(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node) {
    const struct vt_program *program = solver->program;
    const struct vt_state *s = &solver->states[id];
    uint32_t call = node->ref;
    bool is_effect = node->kind == VT_NODE_EFFECT;
    const struct vt_path *path = &solver->paths.items[s->path];
    if (is_effect && path->count == 0 && !path->open)
        return; /* an effect is about memory; the pointer itself is not changed by a call */
    const struct vt_linked_call *linked = &program->calls[call];
    bool chooses = vt_call_chooses(linked);
    struct vt_choice choice;
    need_targets(solver, call);
    if (chooses) {
        choice = vt_choice_at(solver, id, call);
        if (!choice.is_free)
            need_callers(solver, linked->function);
    }
    if (linked->count == 0)
        at_unknown_call(solver, id, node, call);
    for (uint32_t i = 0; i < linked->count; i++) {
        uint32_t count, target = program->targets[linked->first + i];
        const uint32_t *exits = vt_row(&program->exits, target, &count);
        if (!may_pass(solver, solver->states[id].context, target, call) ||
            (chooses && !vt_choice_allows(program, &choice, target)))
            continue;
        bool has_exit = false;
        for (uint32_t j = 0; j < count; j++) {
            const struct vt_linked_node *exit = &program->nodes[exits[j]];
            bool fits = is_effect ? exit->kind == VT_NODE_OUT && exit->index == node->index
                                  : exit->kind == VT_NODE_RETURN;
            if (fits)
                descend(solver, id, exits[j]);
            if (is_effect && linked->has_behind)
                at_behind(solver, id, call, exits[j]);
            has_exit |= fits;
        }
        if (is_effect && !has_exit)
            pass_over(solver, id, node, call);
    }
}

/* State ID stands at parameter NODE: on to the argument of CALL. */
static void pass_up(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node,
                    uint32_t call) {
    uint32_t count;
    const struct vt_program *program = solver->program;
    const uint32_t *nodes = vt_row(&program->call_nodes, call, &count);
    const struct vt_state s = solver->states[id];
    uint32_t taker = taker_at(program, call, s.node);
    need_targets(solver, call); /* for what the way demands */
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_node *argument = &program->nodes[nodes[i]];
        if (argument->kind == VT_NODE_ARGUMENT && argument->index == node->index)
            visit(solver, &(struct arrival){s.context, nodes[i], s.path, id, VT_NONE, VT_NONE,
                                            s.tags, taker});
    }
}

/* Parameter NODE: back to the calls that are waiting, or, without such, to all. */
static void at_formal(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node) {
    const struct vt_program *program = solver->program;
    const struct vt_state s = solver->states[id];
    if (s.context != 0 && s.context != solver->start) {
        struct vt_context *context = &solver->contexts[s.context];
        push_link(solver, &context->entries, id);
        for (uint32_t i = context->waiters.first; i != VT_NONE && !solver->cut;
             i = solver->links[i].next)
            return_to(solver, solver->links[i].state, id);
        return;
    }
    uint32_t function = node->function;
    uint32_t first = program->caller_offsets[function];
    uint32_t end = program->caller_offsets[function + 1];
    need_callers(solver, function);
    struct vt_demand demand = {.function = VT_NONE};
    if (!program->hooks_of || vt_hooks_of(program, function))
        demand = vt_demand_at(solver, id);
    if (s.taker)
        demand = vt_element_demand(solver, id, demand);
    if (first == end)
        found(solver, id, (struct vt_source){.kind = VT_SOURCE_PARAMETER, .index = node->index});
    for (uint32_t i = first; i < end && !solver->cut; i++) {
        const struct vt_site *site = &program->sites[i];
        uint32_t call = program->functions[site->function].first_call + site->call;
        if (may_pass(solver, s.context, function, call) &&
            (demand.function != function || !vt_demand_is_defied(program, &demand, call)))
            pass_up(solver, id, node, call);
    }
}

/* ---- All of it --------------------------------------------------------------------------- */

/* Data that the program may change while it runs. */
static bool is_variable(const struct vt_program *program, uint32_t entity) {
    const struct vt_entity *e = &program->entities[entity];
    if (e->unit == VT_NONE)
        return true;
    const struct vt_symbol *symbol = &program->units[e->unit].unit->symbols[e->symbol];
    return !symbol->is_function && !symbol->is_constant;
}

/* A function hands out a pointer into the shared memory that state ID stands at. */
static void at_outlet(struct vt_solver *solver, uint32_t id, const struct vt_outlet *outlet) {
    const struct vt_program *program = solver->program;
    const struct vt_linked_edge *edge = &program->edges[outlet->edge];
    const struct vt_state s = solver->states[id];
    struct vt_path path = solver->paths.items[s.path], beneath;
    if (!is_avoided(solver, edge) &&
        vt_rewrite_forward(&program->rewrites->items[edge->rewrite], &path, &beneath))
        visit(solver,
              &(struct arrival){s.context, outlet->behind, vt_paths_add(&solver->paths, &beneath),
                                id, VT_NONE, VT_NONE, s.tags});
}

static void at_shared(struct vt_solver *solver, uint32_t id) {
    uint32_t count;
    const struct vt_program *program = solver->program;
    uint32_t shared = solver->states[id].node - program->nnodes;
    uint32_t entity = program->shared_entity[shared];
    solver->passes_variable |= entity == VT_NONE || is_variable(program, entity);
    const uint32_t *members = vt_row(&solver->program->members, shared, &count);
    for (uint32_t i = 0; i < count && !solver->cut; i++)
        if (vt_element_is_filled(solver, id, members[i]))
            flow_in(solver, id, members[i]);
    const uint32_t *outlets = vt_row(&program->outlets_of, shared, &count);
    for (uint32_t i = 0; i < count && !solver->cut; i++)
        at_outlet(solver, id, &program->outlets[outlets[i]]);
}

/* From a GLOBAL or TYPE node to what it shares with others: there, calls no longer matter. */
static void to_shared(struct vt_solver *solver, uint32_t id, const struct vt_linked_node *node) {
    const struct vt_program *program = solver->program;
    const struct vt_state *s = &solver->states[id];
    uint32_t entity = program->shared_entity[node->ref];
    uint32_t function = entity == VT_NONE ? VT_NONE : program->entities[entity].function;
    if (function != VT_NONE && solver->paths.items[s->path].count == 0)
        found(solver, id, (struct vt_source){.kind = VT_SOURCE_FUNCTION, .function = function});
    uint32_t tags = s->tags | solver->contexts[s->context].outer_tags;
    visit(solver, &(struct arrival){0, program->nnodes + node->ref, s->path, id, VT_NONE, VT_NONE,
                                    tags, s->taker});
}

static void expand(struct vt_solver *solver, uint32_t id) {
    uint32_t at = solver->states[id].node;
    if (at >= solver->program->nnodes) {
        at_shared(solver, id);
        return;
    }
    const struct vt_linked_node *node = &solver->program->nodes[at];
    switch ((enum vt_node_kind)node->kind) {
    case VT_NODE_FORMAL:
        at_formal(solver, id, node);
        break;
    case VT_NODE_RESULT:
    case VT_NODE_EFFECT:
        at_call(solver, id, node);
        break;
    case VT_NODE_GLOBAL:
    case VT_NODE_TYPE:
        to_shared(solver, id, node);
        break;
    case VT_NODE_CONSTANT:
        at_constant(solver, id, node);
        break;
    case VT_NODE_OUTCOME:
        at_outcome(solver, id, node);
        break;
    default:
        flow_in(solver, id, at);
        break;
    }
}

/* When the budget is gone, what was reached but not looked at may still be a source. */
static void look_at_rest(struct vt_solver *solver, uint32_t first) {
    for (uint32_t i = first; i < solver->nstates; i++) {
        uint32_t at = solver->states[i].node;
        if (at >= solver->program->nnodes)
            continue;
        const struct vt_linked_node *node = &solver->program->nodes[at];
        if (node->kind == VT_NODE_CONSTANT)
            at_constant(solver, i, node);
        else if (node->kind == VT_NODE_OUTCOME)
            at_outcome(solver, i, node);
    }
}

void vt_solver_wear(struct vt_solver *solver, uint8_t *worn) {
    for (size_t i = 0; i < solver->nstates; i++) {
        uint32_t node = solver->states[i].node;
        struct vt_place *place = place_of(solver, node);
        worn[node] += !place->is_worn && worn[node] < UINT8_MAX;
        place->is_worn = true;
    }
}

void vt_solver_run(struct vt_solver *solver) {
    uint32_t i = 0;
    while (i < solver->nstates && !solver->cut)
        expand(solver, i++);
    if (solver->cut)
        look_at_rest(solver, i);
}
