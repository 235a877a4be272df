/* What searches for targets of calls found, remembered.
 *
 * Requires: callers known; to be told of each change. Gives: the functions whose address may reach
 * a node, looked for only where the last answer may no longer hold. Breaks: nothing.
 *
 * Each round asks again, and nearly all finds what it found before: an answer holds until the
 * targets of a call, or the callers of a function, have changed that the search came to. It is one
 * for all nodes that the same edges end at, for a function takes `this->write` in many places. And
 * it holds for those, too, who avoid less, if nothing was avoided because of that.
 */
#include <stdlib.h>

#include "engine/program/program_impl.h"

struct kept {
    struct vt_answer answer;
    bool by_type;                  /* as in vt_recall_ask, like node and avoid */
    uint32_t node, avoid, skipped; /* skipped: tags that kept the search from some edge */
    uint32_t asked;                /* when */
    const uint32_t *needs;         /* as in vt_solver */
    size_t nneeds;
    uint32_t next; /* with the same hash */
};

struct vt_recall {
    const struct vt_program *program;
    struct vt_arena *arena;
    struct vt_map map; /* hash of the edges that end at a node to the first of their answers */
    struct kept *answers;
    size_t nanswers, capacity;
    uint32_t budget;   /* states of one search */
    uint32_t now;      /* counts changes */
    uint32_t *changed; /* by number of what a search needs: when it last did */
    uint32_t *called;  /* functions whose callers will be others */
    size_t ncalled, called_capacity;
};

struct vt_recall *vt_recall_new(const struct vt_program *program, uint32_t budget) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_recall *recall = vt_alloc(arena, sizeof *recall);
    recall->program = program;
    recall->arena = arena;
    recall->budget = budget;
    vt_map_init(&recall->map, arena);
    recall->changed =
        vt_alloc_array(arena, program->ncalls + program->nfunctions, sizeof *recall->changed);
    return recall;
}

void vt_recall_free(struct vt_recall *recall) {
    vt_arena_free(recall->arena);
}

/* ---- Changes ----------------------------------------------------------------------------- */

void vt_recall_targets(struct vt_recall *recall, uint32_t c) {
    const struct vt_linked_call *call = &recall->program->calls[c];
    recall->changed[c] = ++recall->now;
    for (uint32_t i = 0; i < call->count; i++) {
        recall->called = vt_grow(recall->arena, recall->called, recall->ncalled,
                                 &recall->called_capacity, sizeof *recall->called);
        recall->called[recall->ncalled++] = recall->program->targets[call->first + i];
    }
}

void vt_recall_callers(struct vt_recall *recall) {
    recall->now++;
    for (size_t i = 0; i < recall->ncalled; i++)
        recall->changed[recall->program->ncalls + recall->called[i]] = recall->now;
    recall->ncalled = 0;
}

/* ---- Answers ----------------------------------------------------------------------------- */

static uint64_t hash_edges(const struct vt_program *program, uint32_t node) {
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &count);
    uint64_t hash = count;
    for (uint32_t i = 0; i < count; i++)
        hash = vt_hash_bytes((uint64_t[]){hash, vt_key(edges[i].from, edges[i].rewrite)}, 16);
    return hash;
}

static bool has_same_edges(const struct vt_program *program, uint32_t a, uint32_t b) {
    uint32_t na, nb;
    const struct vt_linked_edge *left = vt_edges_into(program, a, &na);
    const struct vt_linked_edge *right = vt_edges_into(program, b, &nb);
    bool same = na == nb;
    for (uint32_t i = 0; same && i < na; i++)
        same = left[i].from == right[i].from && left[i].rewrite == right[i].rewrite &&
               left[i].tags == right[i].tags;
    return same;
}

static bool still_holds(const struct vt_recall *recall, const struct kept *kept) {
    for (size_t i = 0; i < kept->nneeds; i++)
        if (recall->changed[kept->needs[i]] > kept->asked)
            return false;
    return true;
}

/* True if who avoids AVOID finds the same. */
static bool is_for(const struct kept *kept, uint32_t avoid) {
    uint32_t less = kept->avoid & ~avoid;
    return !(avoid & ~kept->avoid) && !(less & kept->skipped);
}

static int compare_numbers(const void *a, const void *b) {
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

/* The functions that the solver found, sorted, each once, into ANSWER. */
static void keep_functions(struct vt_recall *recall, struct vt_answer *answer) {
    const struct vt_solver *solver = recall->program->solver;
    uint32_t *found = vt_alloc_array(recall->arena, solver->nsources, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; i < solver->nsources; i++)
        if (solver->sources[i].kind == VT_SOURCE_FUNCTION)
            found[count++] = solver->sources[i].function;
    if (count > 0)
        qsort(found, count, sizeof *found, compare_numbers);
    answer->functions = found;
    answer->count = 0;
    for (size_t i = 0; i < count; i++)
        if (answer->count == 0 || found[answer->count - 1] != found[i])
            found[answer->count++] = found[i];
}

/* Asks for what any object of its type has in the field that the pointer at NODE is taken from. */
static void start_at_types(const struct vt_program *program, uint32_t node) {
    struct vt_path before;
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &count);
    for (uint32_t e = 0; e < count; e++)
        if (program->nodes[edges[e].from].kind == VT_NODE_TYPE &&
            vt_rewrite_backward(&program->rewrites->items[edges[e].rewrite],
                                &(struct vt_path){.count = 0}, &before))
            vt_solver_start(program->solver, edges[e].from, &before);
}

static void search(struct vt_recall *recall, struct kept *kept) {
    struct vt_solver *solver = recall->program->solver;
    vt_solver_begin(solver, kept->avoid, recall->budget);
    if (kept->by_type)
        start_at_types(recall->program, kept->node);
    else
        vt_solver_start(solver, kept->node, &(struct vt_path){.count = 0});
    vt_solver_run(solver);
    kept->answer.cut = solver->cut;
    kept->skipped = solver->skipped_by;
    kept->asked = recall->now;
    kept->needs =
        vt_alloc_copy(recall->arena, solver->needs, solver->nneeds * sizeof *solver->needs);
    kept->nneeds = solver->nneeds;
    keep_functions(recall, &kept->answer);
}

const struct vt_answer *vt_recall_ask(struct vt_recall *recall, uint32_t node, bool by_type,
                                      uint32_t avoid) {
    uint32_t *first = vt_map_put(&recall->map, hash_edges(recall->program, node));
    struct kept *own = NULL;
    for (uint32_t i = *first; i != VT_NONE; i = recall->answers[i].next) {
        struct kept *kept = &recall->answers[i];
        if (kept->by_type != by_type || !has_same_edges(recall->program, kept->node, node))
            continue;
        if (is_for(kept, avoid) && still_holds(recall, kept))
            return &kept->answer;
        if (kept->avoid == avoid)
            own = kept;
    }
    if (!own) {
        recall->answers = vt_grow(recall->arena, recall->answers, recall->nanswers,
                                  &recall->capacity, sizeof *recall->answers);
        own = &recall->answers[recall->nanswers];
        *own = (struct kept){.node = node, .by_type = by_type, .avoid = avoid, .next = *first};
        *first = (uint32_t)recall->nanswers++;
    }
    search(recall, own);
    return &own->answer;
}
