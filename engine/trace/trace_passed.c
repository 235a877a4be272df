/* Functions that are passed as parameters, or in memory that a parameter leads to.
 *
 * Requires: a linked program; a solver at work. Gives: which ways cannot be because a function
 * would have been given two functions at once, or another one than its caller gives it. Breaks:
 * nothing.
 *
 * `atomic_io(read, fd, buffer, n)` and `atomic_io(write, ...)` share one indirect call. Each call
 * of atomic_io has one of the two: a way that leaves it by `write` does not enter it by `read`, and
 * goes on to those only who pass `write`; and what `atomic_io(read, ...)` brings is asked of `read`
 * alone.
 */
#include <string.h>

#include "engine/program/program_impl.h"

enum { MAX_BACK = 64, MAX_CALLERS = 64 };

static const struct vt_path value_itself = {.count = 0};

/* ---- What a node holds ------------------------------------------------------------------- */

uint32_t vt_node_of_call(const struct vt_program *program, uint32_t call, enum vt_node_kind kind,
                         uint32_t index) {
    uint32_t count;
    const uint32_t *nodes = vt_row(&program->call_nodes, call, &count);
    for (uint32_t i = 0; i < count; i++)
        if (program->nodes[nodes[i]].kind == kind && program->nodes[nodes[i]].index == index)
            return nodes[i];
    return VT_NONE;
}

/* The hook that stands at PATH of ARGUMENT or CALLEE node NODE (VT_NONE: none), and nothing else
 * does; false if there is no such. */
static bool hook_at(const struct vt_program *program, uint32_t node, const struct vt_path *path,
                    struct vt_hook *hook) {
    bool found = false;
    struct vt_path before;
    if (node == VT_NONE)
        return false;
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_edge *edge = &edges[i];
        const struct vt_linked_node *from = &program->nodes[edge->from];
        bool by_type =
            from->kind == VT_NODE_TYPE && !program->calls[program->nodes[node].ref].by_type;
        if (by_type ||
            !vt_rewrite_backward(&program->rewrites->items[edge->rewrite], path, &before))
            continue;
        if (from->kind != VT_NODE_FORMAL ||
            (found && (hook->index != from->index || !vt_path_equal(&hook->path, &before))))
            return false;
        *hook = (struct vt_hook){from->index, before};
        found = true;
    }
    return found;
}

/* What a call passes at a hook: a function, or one of several. */
struct passed {
    uint32_t wanted, function;
    bool known, several, has_wanted; /* known: it can be nothing else than functions */
};

static bool take_constant(const struct vt_program *program, uint32_t node, struct passed *passed) {
    uint32_t unit = program->functions[program->nodes[node].function].unit;
    const struct vt_constant *constant =
        &program->units[unit].unit->constants[program->nodes[node].ref];
    if (constant->kind != VT_CONSTANT_FUNCTION)
        return false;
    uint32_t entity = vt_link_entity(program, unit, (uint32_t)constant->number);
    uint32_t function = program->entities[entity].function;
    passed->several |= passed->known && function != passed->function;
    passed->has_wanted |= function == passed->wanted;
    passed->function = function;
    passed->known = true;
    return true;
}

static bool is_constant_data(const struct vt_program *program, uint32_t shared) {
    uint32_t entity = program->shared_entity[shared];
    const struct vt_entity *e = entity == VT_NONE ? NULL : &program->entities[entity];
    return e && e->unit != VT_NONE && program->units[e->unit].unit->symbols[e->symbol].is_constant;
}

/* True if NODE tells what its variable holds from the start: constant data, always. */
static bool is_initializer(const struct vt_program *program, uint32_t node) {
    const struct vt_function *facts = program->functions[program->nodes[node].function].facts;
    return facts->flags & VT_FUNCTION_INITIALIZERS;
}

/* Adds the functions that stand at PATH of NODE to PASSED, by way of constant data DEPTH deep;
 * false if something else may. */
static bool add_passed(const struct vt_program *program, uint32_t node, const struct vt_path *path,
                       unsigned depth, struct passed *passed) {
    struct vt_path before;
    bool known = true;
    uint32_t nedges;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &nedges);
    for (uint32_t e = 0; known && e < nedges; e++) {
        uint32_t at = edges[e].from, count;
        const struct vt_linked_node *from = &program->nodes[at];
        const struct vt_rewrite *rewrite = &program->rewrites->items[edges[e].rewrite];
        if (!vt_rewrite_backward(rewrite, path, &before))
            continue;
        known = from->kind == VT_NODE_CONSTANT && take_constant(program, at, passed);
        if (from->kind != VT_NODE_GLOBAL || !depth || !is_constant_data(program, from->ref))
            continue;
        const uint32_t *members = vt_row(&program->members, from->ref, &count);
        known = count > 0;
        for (uint32_t i = 0; known && i < count; i++)
            known = !is_initializer(program, members[i]) ||
                    add_passed(program, members[i], &before, depth - 1, passed);
    }
    return known;
}

/* What CALL passes at HOOK, and whether WANTED may be that. */
static struct passed passed_at(const struct vt_program *program, uint32_t call,
                               const struct vt_hook *hook, uint32_t wanted) {
    enum { TABLES = 2 }; /* a constant object that leads to a table of functions */
    struct passed passed = {.wanted = wanted, .function = VT_NONE};
    uint32_t node = vt_node_of_call(program, call, VT_NODE_ARGUMENT, hook->index);
    bool known = node != VT_NONE && add_passed(program, node, &hook->path, TABLES, &passed);
    passed.known &= known;
    return passed;
}

/* ---- Hooks ------------------------------------------------------------------------------- */

/* The hook that CALL calls, so that it is one function in each call of its own. */
static bool called_hook(const struct vt_program *program, uint32_t call, struct vt_hook *hook) {
    return vt_call_chooses(&program->calls[call]) &&
           hook_at(program, vt_node_of_call(program, call, VT_NODE_CALLEE, 0), &value_itself, hook);
}

static bool is_same_hook(const struct vt_hook *a, const struct vt_hook *b) {
    return a->index == b->index && vt_path_equal(&a->path, &b->path);
}

/* Adds HOOK to FUNCTION's; false if it has it, or has enough. */
static bool add_hook(struct vt_program *program, uint32_t function, const struct vt_hook *hook) {
    uint32_t *own = &program->hooks_of[function];
    if (*own == VT_NONE) {
        program->hooks = vt_grow(program->arena, program->hooks, program->nhooks,
                                 &program->hook_capacity, sizeof *program->hooks);
        *own = (uint32_t)program->nhooks;
        program->hooks[program->nhooks++] = (struct vt_hooks){0};
    }
    struct vt_hooks *hooks = &program->hooks[*own];
    for (uint32_t i = 0; i < hooks->count; i++)
        if (is_same_hook(&hooks->at[i], hook))
            return false;
    if (hooks->count == VT_HOOKS)
        return false;
    hooks->at[hooks->count++] = *hook;
    return true;
}

/* What CALL hands on to hooks of TARGET, whom it calls, are hooks of the function that makes it. */
static bool inherit_hooks(struct vt_program *program, uint32_t call, uint32_t target) {
    const struct vt_hooks *inner = vt_hooks_of(program, target);
    struct vt_hooks hooks = inner ? *inner : (struct vt_hooks){0};
    struct vt_hook hook;
    bool more = false;
    for (uint32_t i = 0; i < hooks.count; i++) {
        uint32_t node = vt_node_of_call(program, call, VT_NODE_ARGUMENT, hooks.at[i].index);
        if (hook_at(program, node, &hooks.at[i].path, &hook))
            more |= add_hook(program, program->calls[call].function, &hook);
    }
    return more;
}

void vt_link_hooks(struct vt_program *program) {
    enum { ROUNDS = 4 }; /* wrappers of wrappers */
    struct vt_hook hook;
    bool more = false;
    program->hooks_of = vt_alloc_array(program->arena, program->nfunctions, sizeof(uint32_t));
    memset(program->hooks_of, 0xff, program->nfunctions * sizeof(uint32_t));
    for (uint32_t c = 0; c < program->ncalls; c++)
        if (called_hook(program, c, &hook))
            more |= add_hook(program, program->calls[c].function, &hook);
    for (int round = 0; round < ROUNDS && more; round++) {
        more = false;
        for (uint32_t c = 0; c < program->ncalls; c++)
            for (uint32_t i = 0; i < program->calls[c].count; i++)
                more |= inherit_hooks(program, c, program->targets[program->calls[c].first + i]);
    }
}

/* What is given at HOOK to the function that runs in CONTEXT, if that is known; else VT_NONE. */
static uint32_t bound_at(const struct vt_solver *solver, uint32_t context, uint32_t function,
                         const struct vt_hook *hook) {
    const struct vt_hooks *hooks = vt_hooks_of(solver->program, function);
    if (context == 0 || context == solver->start)
        return VT_NONE;
    for (uint32_t i = 0; hooks && i < hooks->count; i++)
        if (is_same_hook(&hooks->at[i], hook))
            return solver->contexts[context].bound.at[i];
    return VT_NONE;
}

bool vt_hooks_bind(const struct vt_solver *solver, uint32_t id, uint32_t function,
                   struct vt_bound *bound) {
    const struct vt_program *program = solver->program;
    const struct vt_hooks *hooks = vt_hooks_of(program, function);
    const struct vt_state *s = &solver->states[id];
    struct vt_hook outer;
    bool any = false;
    *bound = vt_bound_none;
    uint32_t call = program->nodes[s->node].ref;
    for (uint32_t i = 0; hooks && i < hooks->count; i++) {
        const struct vt_hook *hook = &hooks->at[i];
        struct passed passed = passed_at(program, call, hook, VT_NONE);
        uint32_t node = vt_node_of_call(program, call, VT_NODE_ARGUMENT, hook->index);
        if (passed.known && !passed.several)
            bound->at[i] = passed.function;
        else if (hook_at(program, node, &hook->path, &outer))
            bound->at[i] = bound_at(solver, s->context, program->calls[call].function, &outer);
        any |= bound->at[i] != VT_NONE;
    }
    return any;
}

/* ---- What a way demands ------------------------------------------------------------------ */

/* Whom CALL, which calls a hook and which state ID is at, has called before on the way here, in the
 * same call of its function. VT_NONE: anyone. */
static uint32_t passed_before(const struct vt_solver *solver, uint32_t id, uint32_t call) {
    const struct vt_program *program = solver->program;
    uint32_t function = program->calls[call].function;
    for (unsigned n = 0; id != VT_NONE && n < MAX_BACK; n++) {
        const struct vt_state *s = &solver->states[id];
        if (s->node >= program->nnodes || program->nodes[s->node].function != function)
            return VT_NONE;
        const struct vt_linked_node *node = &program->nodes[s->node];
        uint32_t inner = s->parent == VT_NONE ? VT_NONE : solver->states[s->parent].node;
        if (node->kind == VT_NODE_ARGUMENT && node->ref == call && inner < program->nnodes &&
            program->nodes[inner].kind == VT_NODE_FORMAL)
            return program->nodes[inner].function;
        id = s->via != VT_NONE ? s->via : s->parent;
    }
    return VT_NONE;
}

/* DEMAND, of the function that was left, as one of the function that makes CALL. */
static struct vt_demand pass_demand(const struct vt_program *program, struct vt_demand demand,
                                    uint32_t left, uint32_t call) {
    struct vt_demand none = {.function = VT_NONE};
    uint32_t function = program->calls[call].function;
    struct vt_hook hook;
    if (called_hook(program, call, &hook))
        return (struct vt_demand){function, left, hook};
    if (demand.function != left)
        return none;
    uint32_t argument = vt_node_of_call(program, call, VT_NODE_ARGUMENT, demand.hook.index);
    if (!hook_at(program, argument, &demand.hook.path, &hook))
        return none;
    return (struct vt_demand){function, demand.target, hook};
}

struct vt_demand vt_demand_at(const struct vt_solver *solver, uint32_t id) {
    const struct vt_program *program = solver->program;
    struct vt_demand demand = {.function = VT_NONE};
    uint32_t back[MAX_BACK];
    unsigned nback = 0;
    for (; id != VT_NONE && nback < MAX_BACK; id = solver->states[id].parent) {
        if (solver->states[id].via != VT_NONE || solver->states[id].node >= program->nnodes)
            break;
        back[nback++] = id;
    }
    for (unsigned i = nback; i-- > 1;) {
        const struct vt_linked_node *inner = &program->nodes[solver->states[back[i]].node];
        const struct vt_linked_node *outer = &program->nodes[solver->states[back[i - 1]].node];
        if (inner->kind == VT_NODE_FORMAL && outer->kind == VT_NODE_ARGUMENT)
            demand = pass_demand(program, demand, inner->function, outer->ref);
    }
    return demand;
}

bool vt_demand_is_defied(const struct vt_program *program, const struct vt_demand *demand,
                         uint32_t call) {
    struct passed passed = passed_at(program, call, &demand->hook, demand->target);
    return passed.known && !passed.has_wanted;
}

bool vt_program_passes_other(const struct vt_program *program, uint32_t function,
                             struct vt_site site, struct vt_site outer) {
    struct vt_demand demand = {site.function, function, {0}};
    uint32_t call = program->functions[site.function].first_call + site.call;
    return called_hook(program, call, &demand.hook) &&
           vt_demand_is_defied(program, &demand,
                               program->functions[outer.function].first_call + outer.call);
}

/* ---- What a call may call ---------------------------------------------------------------- */

struct vt_choice vt_choice_at(const struct vt_solver *solver, uint32_t id, uint32_t call) {
    const struct vt_program *program = solver->program;
    const struct vt_state *s = &solver->states[id];
    struct vt_choice choice = {.call = call, .only = VT_NONE, .demand = {.function = VT_NONE}};
    uint32_t function = program->calls[call].function;
    choice.is_free = !called_hook(program, call, &choice.hook);
    if (choice.is_free)
        return choice;
    choice.only = passed_before(solver, id, call);
    if (choice.only == VT_NONE)
        choice.only = bound_at(solver, s->context, function, &choice.hook);
    if (choice.only == VT_NONE) {
        choice.demand = vt_demand_at(solver, id);
        choice.is_free = choice.demand.function != function;
    }
    return choice;
}

/* True if a caller of FUNCTION who does not defy CHOICE's demand passes TARGET there, or may. */
static bool is_passed(const struct vt_program *program, const struct vt_choice *choice,
                      uint32_t function, uint32_t target) {
    struct vt_demand also = {function, target, choice->hook};
    uint32_t first = program->caller_offsets[function];
    uint32_t end = program->caller_offsets[function + 1];
    if (first == end || end - first > MAX_CALLERS)
        return true;
    for (uint32_t i = first; i < end; i++) {
        const struct vt_site *site = &program->sites[i];
        uint32_t call = program->functions[site->function].first_call + site->call;
        if (!vt_demand_is_defied(program, &choice->demand, call) &&
            !vt_demand_is_defied(program, &also, call))
            return true;
    }
    return false;
}

bool vt_choice_allows(const struct vt_program *program, const struct vt_choice *choice,
                      uint32_t target) {
    if (choice->is_free || choice->only != VT_NONE)
        return choice->is_free || choice->only == target;
    return is_passed(program, choice, program->calls[choice->call].function, target);
}
