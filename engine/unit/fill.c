/* Loops that fill an array: for (i = 5; i < 16; i++) key[i] = 0;
 *
 * requires: points.  gives: a definition of memory for each, where the loop is over.
 *
 * A store in a loop replaces one element, nobody knows which, so that all that was there before
 * seems to be still there. If the loop is left only where its counter reaches a constant, and each
 * round stores, then behind it all elements are replaced.
 */
#include "engine/unit/analysis.h"

enum { MAX_LOOKED = 32 }; /* blocks of a loop; longer ones fill more than an array */

/* A loop that is left where COUNTER, which grows by one, is END. */
struct counted {
    uint32_t header, latch, body; /* blocks */
    uint32_t counter;             /* PHI */
    int64_t start, end;
};

static bool constant_of(const struct vt_analysis *analysis, uint32_t value, int64_t *number) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    *number = inst->imm;
    return inst->op == VT_OP_INT;
}

/* VALUE without casts that keep its number as long as it stays small and positive. */
static uint32_t uncast(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    while (inst->op == VT_OP_CAST && inst->bits >= inst->from_bits) {
        value = inst->args[0];
        inst = vt_inst_at(analysis, value);
    }
    return value;
}

/* Reads what VALUE begins with and how it goes on; false if it is no counter of LOOP's header. */
static bool read_counter(const struct vt_analysis *analysis, uint32_t value, struct counted *loop) {
    const struct vt_inst *phi = vt_inst_at(analysis, value);
    const struct vt_block *header = &analysis->function->blocks[loop->header];
    int64_t step;
    if (phi->op != VT_OP_PHI || phi->block != loop->header || header->npredecessors != 2)
        return false;
    for (unsigned way = 0; way < 2; way++) {
        const struct vt_inst *next = vt_inst_at(analysis, phi->args[way]);
        if (next->op == VT_OP_BINARY && next->sub == VT_ADD && next->args[0] == value &&
            constant_of(analysis, next->args[1], &step) && step == 1 &&
            constant_of(analysis, phi->args[!way], &loop->start)) {
            loop->latch = header->predecessors[way];
            loop->counter = value;
            return loop->start >= 0;
        }
    }
    return false;
}

/* True if BLOCK is where a counted loop goes when it is over. */
static bool read_loop(const struct vt_analysis *analysis, uint32_t block, struct counted *loop) {
    const struct vt_block *exit = &analysis->function->blocks[block];
    if (exit->npredecessors != 1)
        return false;
    loop->header = exit->predecessors[0];
    const struct vt_block *header = &analysis->function->blocks[loop->header];
    const struct vt_inst *branch = vt_inst_at(analysis, header->first + header->count - 1);
    if (branch->op != VT_OP_BRANCH || branch->nargs != 1 || header->successors[1] != block)
        return false;
    const struct vt_inst *test = vt_inst_at(analysis, branch->args[0]);
    if (test->op != VT_OP_COMPARE || !constant_of(analysis, test->args[1], &loop->end))
        return false;
    if (test->sub == VT_SLE || test->sub == VT_ULE)
        loop->end++;
    else if (test->sub != VT_SLT && test->sub != VT_ULT && test->sub != VT_NE)
        return false;
    loop->body = header->successors[0];
    return read_counter(analysis, uncast(analysis, test->args[0]), loop) &&
           loop->end > loop->start && loop->end < VT_OFFSET_HIGH &&
           vt_cfg_dominates(analysis->cfg, loop->body, loop->latch);
}

/* If the store at AT replaces the element that the counter says, replaces all of them before TO. */
static void fill(struct vt_analysis *analysis, const struct counted *loop, uint32_t at,
                 uint32_t to) {
    const struct vt_inst *store = vt_inst_at(analysis, at);
    const struct vt_inst *element = vt_inst_at(analysis, store->args[0]);
    if (element->op != VT_OP_GEP || element->nargs != 2 ||
        uncast(analysis, element->args[1]) != loop->counter ||
        element->strides[0] * 8 != store->bits)
        return;
    struct vt_points base = *vt_points_of(analysis, element->args[0]);
    int64_t size = (loop->end - loop->start) * element->strides[0];
    int64_t skip = element->imm + loop->start * element->strides[0];
    struct vt_cover cover;
    if (base.count != 1 || base.at[0].offset == VT_ANYWHERE || skip < 0 ||
        base.at[0].offset + skip + size >= VT_OFFSET_HIGH)
        return;
    base.at[0].offset += (int32_t)skip;
    if (!vt_points_cover(&base, size, &cover))
        return;
    cover.early = true;
    struct vt_rewrite rewrite = vt_rewrite_put(&base.at[0], cover.range);
    vt_memory_define(analysis, base.at[0].root, to, vt_value_node(analysis, store->args[1]),
                     &rewrite, vt_share_of(analysis, store->args[1], true), &cover);
}

void vt_fill_behind(struct vt_analysis *analysis, uint32_t block) {
    const struct vt_cfg *cfg = analysis->cfg;
    struct counted loop = {0};
    if (!read_loop(analysis, block, &loop))
        return;
    uint32_t first = cfg->order[loop.header];
    for (uint32_t o = first; o < cfg->nordered && o < first + MAX_LOOKED; o++) {
        uint32_t at = cfg->ordered[o];
        const struct vt_block *inside = &analysis->function->blocks[at];
        if (!vt_cfg_dominates(cfg, loop.body, at) || !vt_cfg_dominates(cfg, at, loop.latch))
            continue;
        for (uint32_t i = 0; i < inside->count; i++)
            if (vt_inst_at(analysis, inside->first + i)->op == VT_OP_STORE)
                fill(analysis, &loop, inside->first + i, analysis->function->blocks[block].first);
    }
}
