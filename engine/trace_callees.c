/* Calls through pointers: the functions whose address may reach the pointer.
 *
 * Requires: direct calls resolved, callers known.
 * Gives: targets of calls with a CALLEE node, and of calls of an ifunc; callers again.
 *
 * Each target opens new ways for function pointers, so that this runs until nothing is new.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/program_impl.h"

#define ROUNDS          4
#define CALLS_PER_TRACE 12 /* a call's share of what one trace may look at */
#define MOST_FOUND      8  /* targets that a search which ran out is believed */

/* What a function pointer does not survive. Simple arithmetic and xor it does: programs do hide
 * their pointers so. */
#define NOT_A_POINTER                                                                              \
    (VT_TAG_ENCODE | VT_TAG_ENCRYPT | VT_TAG_HASH | VT_TAG_COMPRESS | VT_TAG_FORMAT |              \
     VT_TAG_TRUNCATE | VT_TAG_LENGTH | VT_TAG_INDEX | VT_TAG_COMPARED | VT_TAG_DECIDED |           \
     VT_TAG_HANDLE | VT_TAG_ASSUMED)

/* True if FUNCTION can be meant by CALL: it must not want more than it gets. */
static bool accepts(const struct vt_program *program, uint32_t function,
                    const struct vt_call *call) {
    return call->is_callback || call->narguments == UINT8_MAX ||
           program->functions[function].facts->nparams <= call->narguments;
}

static int compare_numbers(const void *a, const void *b) {
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

/* The functions found last, sorted, into FOUND (room for all sources); gives their number. */
static size_t collect(const struct vt_program *program, const struct vt_call *call,
                      uint32_t *found) {
    const struct vt_solver *solver = program->solver;
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < solver->nsources; i++) {
        const struct vt_source *source = &solver->sources[i];
        if (source->kind == VT_SOURCE_FUNCTION && accepts(program, source->function, call))
            found[count++] = source->function;
    }
    if (count > 0)
        qsort(found, count, sizeof *found, compare_numbers);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || found[kept - 1] != found[i])
            found[kept++] = found[i];
    return kept;
}

/* Asks for what reaches the node of KIND among NODES. */
static void start_at(struct vt_solver *solver, const uint32_t *nodes, uint32_t count,
                     unsigned kind) {
    for (uint32_t i = 0; i < count; i++)
        if (solver->program->nodes[nodes[i]].kind == kind)
            vt_solver_start(solver, nodes[i], &(struct vt_path){.count = 0});
}

/* The resolver of the ifunc that CALL names, or VT_NONE. */
static uint32_t resolver_of(const struct vt_program *program, const struct vt_linked_call *call) {
    const struct vt_entity *entity = &program->entities[call->entity];
    if (entity->unit == VT_NONE)
        return VT_NONE;
    const struct vt_symbol *symbol = &program->units[entity->unit].unit->symbols[entity->symbol];
    if (!symbol->is_ifunc || symbol->resolver == VT_NONE)
        return VT_NONE;
    return program->entities[vt_link_entity(program, entity->unit, symbol->resolver)].function;
}

/* Asks for what any object of its type has in the field that the pointer at NODE is taken from. */
static void start_at_types(struct vt_solver *solver, uint32_t node) {
    const struct vt_program *program = solver->program;
    struct vt_path before;
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &count);
    for (uint32_t e = 0; e < count; e++)
        if (program->nodes[edges[e].from].kind == VT_NODE_TYPE &&
            vt_rewrite_backward(&program->rewrites->items[edges[e].rewrite],
                                &(struct vt_path){.count = 0}, &before))
            vt_solver_start(solver, edges[e].from, &before);
}

/* Looks only for what is stored into objects of the type that holds the pointer of call C. */
static void look_at_types(struct vt_program *program, uint32_t c) {
    struct vt_solver *solver = program->solver;
    uint32_t count;
    const uint32_t *nodes = vt_row(&program->call_nodes, c, &count);
    vt_solver_begin(solver, NOT_A_POINTER | VT_AVOID_BLUR, program->budget / CALLS_PER_TRACE);
    for (uint32_t i = 0; i < count; i++)
        if (program->nodes[nodes[i]].kind == VT_NODE_CALLEE)
            start_at_types(solver, nodes[i]);
    vt_solver_run(solver);
}

/* Looks where the pointer of call C comes from, on ways free of AVOID. */
static void look_back(struct vt_program *program, uint32_t c, uint32_t avoid) {
    const struct vt_linked_call *call = &program->calls[c];
    struct vt_solver *solver = program->solver;
    uint32_t count;
    const uint32_t *nodes;
    vt_solver_begin(solver, avoid, program->budget / CALLS_PER_TRACE);
    if (call->entity == VT_NONE) {
        nodes = vt_row(&program->call_nodes, c, &count);
        start_at(solver, nodes, count, VT_NODE_CALLEE);
    } else {
        nodes = vt_row(&program->exits, resolver_of(program, call), &count);
        start_at(solver, nodes, count, VT_NODE_RETURN);
    }
    vt_solver_run(solver);
}

/* How targets were found: in the object itself, there or in any of its type, in the latter. */
enum how { BY_OBJECT, BY_BOTH, BY_TYPE };

/* Takes what was found last, as HOW tells, for targets of call C; true if they are new. */
static bool take_targets(struct vt_program *program, uint32_t c, enum how how) {
    struct vt_linked_call *call = &program->calls[c];
    const struct vt_linked_function *f = &program->functions[call->function];
    struct vt_arena *scratch = vt_arena_new();
    uint32_t *found = vt_alloc_array(scratch, program->solver->nsources, sizeof *found);
    size_t nfound = collect(program, &f->facts->calls[c - f->first_call], found);
    bool replaces = nfound > 0 && ((how == BY_OBJECT && call->by_type) ||
                                   (how == BY_TYPE && !call->by_type_alone));
    bool more = nfound > call->count || replaces;
    if (more) {
        call->first = (uint32_t)program->ntargets;
        call->count = (uint32_t)nfound;
        call->by_type = how != BY_OBJECT;
        call->by_type_alone = how == BY_TYPE;
    }
    for (size_t i = 0; more && i < nfound; i++) {
        program->targets = vt_grow(program->arena, program->targets, program->ntargets,
                                   &program->target_capacity, sizeof *program->targets);
        program->targets[program->ntargets++] = found[i];
    }
    vt_arena_free(scratch);
    return more;
}

/* Where the search for the object ran out and found many, most of them stand in other objects that
 * meet somewhere: what is stored into its type is all that can be meant. */
static bool take_type(struct vt_program *program, uint32_t c) {
    look_at_types(program, c);
    return !program->solver->cut && take_targets(program, c, BY_TYPE);
}

/* Looks for targets of call C; true if there are others than before. What is known of the object
 * itself goes before what is stored into any object of its type. *CUT tells that there may be
 * more. */
static bool resolve(struct vt_program *program, uint32_t c, bool *cut) {
    const struct vt_linked_call *call = &program->calls[c];
    *cut = false;
    if (call->by_type_alone)
        return take_type(program, c);
    look_back(program, c, NOT_A_POINTER | VT_TAG_FIELD | VT_AVOID_BLUR);
    *cut = program->solver->cut;
    bool more = take_targets(program, c, BY_OBJECT);
    if (!*cut && call->count > 0 && !call->by_type)
        return more;
    look_back(program, c, NOT_A_POINTER | VT_AVOID_BLUR);
    *cut |= program->solver->cut;
    more |= take_targets(program, c, BY_BOTH);
    if (*cut && call->count > MOST_FOUND && take_type(program, c)) {
        *cut = false;
        return true;
    }
    return more;
}

/* The calls whose targets are not told by a name, into OPEN; gives their number. */
static uint32_t find_open(const struct vt_program *program, uint32_t *open) {
    uint32_t nopen = 0;
    for (uint32_t c = 0; c < program->ncalls; c++) {
        const struct vt_linked_call *call = &program->calls[c];
        if (program->functions[call->function].discarded)
            continue;
        if (call->entity == VT_NONE || resolver_of(program, call) != VT_NONE)
            open[nopen++] = c;
    }
    return nopen;
}

/* A search that ran out of its share and found something would find the same again, or the same
 * with more noise: it is not repeated. */
void vt_link_callees(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    uint32_t *open = vt_alloc_array(scratch, program->ncalls, sizeof *open);
    uint32_t nopen = find_open(program, open);
    bool more = nopen > 0;
    for (int round = 0; round < ROUNDS && more; round++) {
        uint32_t kept = 0;
        more = false;
        for (uint32_t i = 0; i < nopen; i++) {
            bool cut;
            more |= resolve(program, open[i], &cut);
            if (!cut || program->calls[open[i]].count == 0)
                open[kept++] = open[i];
        }
        nopen = kept;
        vt_link_callers(program);
    }
    vt_arena_free(scratch);
}
