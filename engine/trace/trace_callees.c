/* Calls through pointers: the functions whose address may reach the pointer.
 *
 * Requires: direct calls resolved, callers known.
 * Gives: targets of calls with a CALLEE node, and of calls of an ifunc; callers again.
 *
 * Each target opens new ways for function pointers, so that this runs until nothing is new.
 */
#include "engine/program/program_impl.h"

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

/* The node that the pointer of CALL is at: what the call takes, or what a resolver returns. VT_NONE
 * if nothing is known of it. */
static uint32_t pointer_of(const struct vt_program *program, uint32_t c) {
    const struct vt_linked_call *call = &program->calls[c];
    if (call->entity == VT_NONE)
        return vt_node_of_call(program, c, VT_NODE_CALLEE, 0);
    uint32_t count;
    const uint32_t *exits = vt_row(&program->exits, resolver_of(program, call), &count);
    for (uint32_t i = 0; i < count; i++)
        if (program->nodes[exits[i]].kind == VT_NODE_RETURN)
            return exits[i];
    return VT_NONE;
}

/* How targets are found: in the object itself, there or in any of its type, in the latter. */
enum how { BY_OBJECT, BY_BOTH, BY_TYPE };

/* Takes the COUNT functions FOUND, as HOW tells, for targets of call C. */
static void set_targets(struct vt_program *program, uint32_t c, enum how how, const uint32_t *found,
                        size_t count) {
    struct vt_linked_call *call = &program->calls[c];
    call->first = (uint32_t)program->ntargets;
    call->count = (uint32_t)count;
    call->by_type = how != BY_OBJECT;
    call->by_type_alone = how == BY_TYPE;
    for (size_t i = 0; i < count; i++) {
        program->targets = vt_grow(program->arena, program->targets, program->ntargets,
                                   &program->target_capacity, sizeof *program->targets);
        program->targets[program->ntargets++] = found[i];
    }
}

/* Takes what ANSWER found, as HOW tells, for targets of call C; true if they are new. */
static bool take_targets(struct vt_recall *recall, struct vt_program *program, uint32_t c,
                         enum how how, const struct vt_answer *answer) {
    const struct vt_linked_call *call = &program->calls[c];
    const struct vt_linked_function *f = &program->functions[call->function];
    struct vt_arena *scratch = vt_arena_new();
    uint32_t *found = vt_alloc_array(scratch, answer->count, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; i < answer->count; i++)
        if (accepts(program, answer->functions[i], &f->facts->calls[c - f->first_call]))
            found[count++] = answer->functions[i];
    bool replaces = count > 0 && ((how == BY_OBJECT && call->by_type) ||
                                  (how == BY_TYPE && !call->by_type_alone));
    bool more = count > call->count || replaces;
    if (more) {
        vt_recall_targets(recall, c);
        set_targets(program, c, how, found, count);
        vt_recall_targets(recall, c);
    }
    vt_arena_free(scratch);
    return more;
}

/* Where the search for the object ran out and found many, most of them stand in other objects that
 * meet somewhere: what is stored into its type is all that can be meant. */
static bool take_type(struct vt_recall *recall, struct vt_program *program, uint32_t c) {
    const struct vt_answer *answer =
        vt_recall_ask(recall, pointer_of(program, c), true, NOT_A_POINTER | VT_AVOID_BLUR);
    return !answer->cut && take_targets(recall, program, c, BY_TYPE, answer);
}

/* Looks for targets of call C; true if there are others than before. What is known of the object
 * itself goes before what is stored into any object of its type. *CUT tells that there may be
 * more. */
static bool resolve(struct vt_recall *recall, struct vt_program *program, uint32_t c, bool *cut) {
    const struct vt_linked_call *call = &program->calls[c];
    uint32_t pointer = pointer_of(program, c);
    *cut = false;
    if (pointer == VT_NONE)
        return false;
    if (call->by_type_alone)
        return take_type(recall, program, c);
    const struct vt_answer *answer =
        vt_recall_ask(recall, pointer, false, NOT_A_POINTER | VT_TAG_FIELD | VT_AVOID_BLUR);
    *cut = answer->cut;
    bool more = take_targets(recall, program, c, BY_OBJECT, answer);
    if (!*cut && call->count > 0 && !call->by_type)
        return more;
    answer = vt_recall_ask(recall, pointer, false, NOT_A_POINTER | VT_AVOID_BLUR);
    *cut |= answer->cut;
    more |= take_targets(recall, program, c, BY_BOTH, answer);
    if (*cut && call->count > MOST_FOUND && take_type(recall, program, c)) {
        *cut = false;
        return true;
    }
    return more;
}

/* The calls whose targets are not told by a name, into OPEN; gives their number. */
static uint32_t find_open(struct vt_program *program, uint32_t *open) {
    uint32_t nopen = 0;
    for (uint32_t c = 0; c < program->ncalls; c++) {
        struct vt_linked_call *call = &program->calls[c];
        if (program->functions[call->function].discarded)
            continue;
        call->is_open = call->entity == VT_NONE || resolver_of(program, call) != VT_NONE;
        if (call->is_open)
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
    struct vt_recall *recall = vt_recall_new(program, program->budget / CALLS_PER_TRACE);
    for (int round = 0; round < ROUNDS && more; round++) {
        uint32_t kept = 0;
        more = false;
        for (uint32_t i = 0; i < nopen; i++) {
            bool cut;
            more |= resolve(recall, program, open[i], &cut);
            if (!cut || program->calls[open[i]].count == 0)
                open[kept++] = open[i];
        }
        nopen = kept;
        vt_link_callers(program);
        vt_recall_callers(recall);
    }
    vt_recall_free(recall);
    vt_arena_free(scratch);
}
