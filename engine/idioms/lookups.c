/* How many entries of tables a function reads that its data choose: that tells how many rounds a
 * cipher has which reads as many in each.
 *
 *     for (round = 1; round < 10; round++)
 *         for (i = 0; i < 16; i++)
 *             state[i] = sbox[state[i]];           // 144
 *
 * requires: functions as they were extracted.  gives: an answer.  breaks: nothing.
 *
 * Functions of the unit that are called count as often as they are. Where nobody says how often a
 * loop goes round, nothing is known. A cipher's last round is unlike the others: it stands behind
 * the loop, or some of it does not happen there. Where all are alike it is something else that is
 * made of rounds (Pelican, AEGIS).
 */
#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"

struct counting {
    const struct vt_ir *ir;
    const bool *tables; /* by symbol */
    struct vt_arena *arena;
    struct vt_lookups *found; /* by function */
    bool *unknown;
};

static bool is_lookup(const struct counting *counting, const struct vt_ir_function *function,
                      const struct vt_inst *load) {
    if (load->op != VT_OP_LOAD)
        return false;
    const struct vt_inst *element = &function->insts[load->args[0]];
    const struct vt_inst *table =
        element->op == VT_OP_GEP && element->variable ? &function->insts[element->args[0]] : NULL;
    return table && table->op == VT_OP_SYMBOL && counting->tables[table->symbol];
}

bool vt_looks_up(const struct vt_ir_function *function, const bool *tables) {
    const struct counting counting = {.tables = tables};
    for (uint32_t i = 0; i < function->ninsts; i++)
        if (is_lookup(&counting, function, &function->insts[i]))
            return true;
    return false;
}

/* True if values A and B are reckoned alike from the same ones: macros write what they get twice.
 */
static bool is_same(const struct vt_ir_function *function, uint32_t a, uint32_t b, unsigned depth) {
    enum { MAX_DEPTH = 6 };
    const struct vt_inst *x = &function->insts[a], *y = &function->insts[b];
    bool can = x->op == VT_OP_BINARY || x->op == VT_OP_CAST || x->op == VT_OP_GEP;
    if (a == b)
        return true;
    if (!can || x->op != y->op || x->sub != y->sub || x->bits != y->bits || x->imm != y->imm ||
        x->nargs != y->nargs || depth == MAX_DEPTH)
        return false;
    for (uint32_t i = 0; i < x->nargs; i++)
        if (!is_same(function, x->args[i], y->args[i], depth + 1))
            return false;
    return true;
}

/* True if lookup LOAD of FUNCTION is made before, in the same block. */
static bool is_repeated(const struct counting *counting, const struct vt_ir_function *function,
                        uint32_t load) {
    const struct vt_inst *inst = &function->insts[load];
    for (uint32_t i = function->blocks[inst->block].first; i < load; i++)
        if (is_lookup(counting, function, &function->insts[i]) &&
            is_same(function, function->insts[i].args[0], inst->args[0], 0))
            return true;
    return false;
}

/* The lookups that instruction AT of FUNCTION makes; false if nobody says. */
static bool lookups_at(const struct counting *counting, const struct vt_ir_function *function,
                       uint32_t at, uint64_t *count) {
    const struct vt_inst *inst = &function->insts[at];
    *count = is_lookup(counting, function, inst) && !is_repeated(counting, function, at);
    if (inst->op != VT_OP_CALL || inst->symbol == VT_NONE)
        return true;
    uint32_t callee = vt_ir_function_of(counting->ir, inst->symbol);
    if (callee == VT_NONE)
        return true;
    *count = counting->found[callee].all;
    return !counting->unknown[callee];
}

/* ---- The last lap ------------------------------------------------------------------------ */

/* True if PHI goes on by a constant. */
static bool is_counter(const struct vt_ir_function *function, uint32_t phi) {
    const struct vt_inst *inst = &function->insts[phi];
    for (uint32_t a = 0; a < inst->nargs; a++) {
        const struct vt_inst *next = &function->insts[vt_ir_uncast(function, inst->args[a])];
        if (next->op == VT_OP_BINARY && (next->sub == VT_ADD || next->sub == VT_SUB) &&
            vt_ir_uncast(function, next->args[0]) == phi &&
            function->insts[next->args[1]].op == VT_OP_INT)
            return true;
    }
    return false;
}

/* True if the counter of HEADER's loop is held against something more than once. */
static bool is_asked_twice(const struct vt_ir_function *function, uint32_t header) {
    unsigned asked = 0;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *test = &function->insts[i];
        if (test->op != VT_OP_COMPARE)
            continue;
        uint32_t value = vt_ir_uncast(function, test->args[0]);
        const struct vt_inst *phi = &function->insts[value];
        asked += phi->op == VT_OP_PHI && phi->block == header && is_counter(function, value);
    }
    return asked > 1;
}

/* True if BLOCK changes something. */
static bool does_work(const struct vt_ir_function *function, const struct vt_block *block) {
    for (uint32_t i = block->first; i < block->first + block->count; i++)
        if (function->insts[i].op == VT_OP_STORE || function->insts[i].op == VT_OP_CALL)
            return true;
    return false;
}

/* True if the loop of HEADER is left in its middle: behind block LOOKUP, and before more work. */
static bool is_left_early(const struct vt_cfg *cfg, uint32_t header, uint32_t lookup) {
    const struct vt_ir_function *function = cfg->function;
    for (uint32_t b = 0; b < function->nblocks; b++) {
        const struct vt_block *block = &function->blocks[b];
        if (block->nsuccessors != 2 || cfg->order[b] == VT_NONE ||
            !vt_cfg_dominates(cfg, lookup, b))
            continue;
        for (unsigned s = 0; s < 2; s++) {
            uint32_t stays = block->successors[s], leaves = block->successors[!s];
            if (stays != header && cfg->loops[stays] && !cfg->loops[leaves] &&
                vt_cfg_dominates(cfg, header, stays) &&
                does_work(function, &function->blocks[stays]))
                return true;
        }
    }
    return false;
}

/* ---- Counting ---------------------------------------------------------------------------- */

static void count_in(struct counting *counting, uint32_t f) {
    const struct vt_ir_function *function = &counting->ir->functions[f];
    struct vt_lookups *found = &counting->found[f];
    const struct vt_cfg *cfg = NULL;
    uint64_t *lap = NULL, here; /* by the first block of a loop */
    uint32_t *first = NULL, most = VT_NONE, outer = 0;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        struct vt_laps laps;
        if (inst->block == VT_NONE)
            continue;
        bool is_known = lookups_at(counting, function, i, &here);
        if (is_known && !here)
            continue;
        if (!cfg) {
            cfg = vt_cfg_build(function, counting->arena);
            lap = vt_alloc_array(counting->arena, function->nblocks, sizeof *lap);
            first = vt_alloc_array(counting->arena, function->nblocks, sizeof *first);
        }
        if (!is_known || cfg->order[inst->block] == VT_NONE ||
            !vt_laps_all(counting->ir, cfg, inst->block, &laps, counting->arena)) {
            counting->unknown[f] = true;
            return;
        }
        found->all += here * laps.all;
        if (laps.outer < 2)
            continue;
        if (!lap[laps.header])
            first[laps.header] = i;
        lap[laps.header] += here * laps.all / laps.outer;
        if (lap[laps.header] > found->lap) {
            found->lap = lap[laps.header];
            found->at = first[laps.header];
            outer = laps.outer;
            most = laps.header;
        }
    }
    if (most != VT_NONE)
        found->ends_apart = found->all >= found->lap * (outer + 1) ||
                            is_asked_twice(function, most) ||
                            is_left_early(cfg, most, function->insts[found->at].block);
}

struct vt_lookups *vt_lookups_count(const struct vt_condenser *shared, const bool *tables,
                                    struct vt_arena *arena) {
    const struct vt_ir *ir = shared->ir;
    struct counting counting = {ir, tables, arena, NULL, NULL};
    counting.found = vt_alloc_array(arena, ir->nfunctions, sizeof *counting.found);
    counting.unknown = vt_alloc_array(arena, ir->nfunctions, sizeof *counting.unknown);
    for (uint32_t i = 0; i < ir->nfunctions; i++)
        count_in(&counting, shared->order[i]);
    for (uint32_t f = 0; f < ir->nfunctions; f++)
        if (counting.unknown[f])
            counting.found[f] = (struct vt_lookups){.at = VT_NONE};
    return counting.found;
}
