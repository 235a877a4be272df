/* What is put behind pointers that functions hand out: returned, or left in memory that they are
 * given.
 *
 * Requires: the targets of calls. Gives: where a pointer into shared memory is handed out, so that
 * what its taker puts there is found. Breaks: nothing.
 */
#include "engine/program/program_impl.h"

uint32_t vt_behind_of(const struct vt_program *program, uint32_t call, uint32_t exit) {
    const struct vt_linked_node *out = &program->nodes[exit];
    uint32_t count, kind = out->kind == VT_NODE_OUT ? VT_NODE_PLACED : VT_NODE_BEHIND;
    const uint32_t *nodes = vt_row(&program->call_nodes, call, &count);
    if (kind == VT_NODE_BEHIND &&
        !(program->functions[out->function].facts->flags & VT_FUNCTION_INSIDE))
        return VT_NONE;
    for (uint32_t i = 0; i < count; i++)
        if (program->nodes[nodes[i]].kind == kind &&
            (kind == VT_NODE_BEHIND || program->nodes[nodes[i]].index == out->index))
            return nodes[i];
    return VT_NONE;
}

/* Adds the edges by which shared memory is handed out at EXIT to who reads BEHIND it. */
static void add_outlets(struct vt_program *program, uint32_t exit, uint32_t behind,
                        struct vt_pairs *pairs) {
    unsigned least = program->nodes[exit].kind == VT_NODE_OUT;
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, exit, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_edge *edge = &edges[i];
        const struct vt_linked_node *from = &program->nodes[edge->from];
        if (from->kind != VT_NODE_GLOBAL || program->rewrites->items[edge->rewrite].nput != least)
            continue;
        program->outlets = vt_grow(program->arena, program->outlets, program->noutlets,
                                   &program->outlet_capacity, sizeof *program->outlets);
        vt_pairs_add(pairs, from->ref, (uint32_t)program->noutlets);
        program->outlets[program->noutlets++] =
            (struct vt_outlet){behind, (uint32_t)(edge - program->edges)};
    }
}

void vt_link_outlets(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    struct vt_pairs pairs = {.arena = scratch};
    for (uint32_t c = 0; c < program->ncalls; c++) {
        const struct vt_linked_call *call = &program->calls[c];
        for (uint32_t t = 0; t < call->count && call->has_behind; t++) {
            uint32_t count;
            const uint32_t *exits =
                vt_row(&program->exits, program->targets[call->first + t], &count);
            for (uint32_t i = 0; i < count; i++) {
                uint32_t behind = vt_behind_of(program, c, exits[i]);
                if (behind != VT_NONE)
                    add_outlets(program, exits[i], behind, &pairs);
            }
        }
    }
    program->outlets_of = vt_rows_build(program->arena, program->nshared, &pairs);
    vt_arena_free(scratch);
}
