/* Loops of which the program says how often they go round: for (i = 0; i < 10; i++).
 *
 * requires: IR.  gives: a number.  breaks: nothing.
 */
#include "engine/analysis.h"

enum { MOST_LAPS = 256 };

/* A counter: PHI of the loop's header, by what it begins and how it goes on. */
struct counter {
    uint32_t phi, next;
    int64_t start, step;
};

/* VALUE before it was made wider. */
static uint32_t uncast(const struct vt_ir_function *function, uint32_t value) {
    const struct vt_inst *inst = &function->insts[value];
    while (inst->op == VT_OP_CAST && inst->bits >= inst->from_bits) {
        value = inst->args[0];
        inst = &function->insts[value];
    }
    return value;
}

/* Reads the counter that VALUE is, or is the next number of; false if it is none of HEADER's. */
static bool read_counter(const struct vt_ir_function *function, uint32_t header, uint32_t value,
                         struct counter *counter) {
    const struct vt_inst *inst = &function->insts[value];
    if (inst->op == VT_OP_BINARY)
        inst = &function->insts[value = inst->args[0]];
    if (inst->op != VT_OP_PHI || inst->block != header || inst->nargs != 2)
        return false;
    for (unsigned way = 0; way < 2; way++) {
        const struct vt_inst *start = &function->insts[inst->args[!way]];
        const struct vt_inst *next = &function->insts[inst->args[way]];
        if (start->op != VT_OP_INT || next->op != VT_OP_BINARY || next->args[0] != value ||
            function->insts[next->args[1]].op != VT_OP_INT ||
            (next->sub != VT_ADD && next->sub != VT_SUB))
            continue;
        int64_t step = function->insts[next->args[1]].imm;
        *counter = (struct counter){value, inst->args[way], start->imm,
                                    next->sub == VT_ADD ? step : -step};
        return true;
    }
    return false;
}

unsigned vt_laps(const struct vt_ir_function *function, uint32_t block) {
    const struct vt_block *body = &function->blocks[block];
    bool is_own = false; /* the loop is one block, which ends with the test */
    for (uint32_t i = 0; i < body->nsuccessors; i++)
        is_own |= body->successors[i] == block;
    if (!is_own && body->npredecessors != 1)
        return 0;
    uint32_t header = is_own ? block : body->predecessors[0];
    const struct vt_block *at = &function->blocks[header];
    const struct vt_inst *branch = &function->insts[at->first + at->count - 1];
    if (branch->op != VT_OP_BRANCH || branch->nargs != 1)
        return 0;
    const struct vt_inst *test = &function->insts[branch->args[0]];
    const struct vt_inst *end = test->op == VT_OP_COMPARE ? &function->insts[test->args[1]] : NULL;
    uint32_t tested = end ? uncast(function, test->args[0]) : 0;
    struct counter counter;
    if (!end || end->op != VT_OP_INT || !read_counter(function, header, tested, &counter) ||
        (tested != counter.phi && tested != counter.next))
        return 0;
    bool stays = at->successors[0] == block;
    int64_t number = counter.start, ahead = tested == counter.next ? counter.step : 0;
    unsigned laps = is_own;
    while (laps < MOST_LAPS && vt_compare_holds(test->sub, number + ahead, end->imm) == stays) {
        number += counter.step;
        laps++;
    }
    return laps == MOST_LAPS ? 0 : laps;
}

/* The calls of SYMBOL in the block of FUNCTION that has the first of them, in all its laps. */
static unsigned calls_of(const struct vt_ir_function *function, uint32_t symbol) {
    uint32_t block = VT_NONE;
    unsigned calls = 0;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->op != VT_OP_CALL || inst->symbol != symbol || inst->block == VT_NONE)
            continue;
        if (block == VT_NONE)
            block = inst->block;
        calls += inst->block == block;
    }
    return block == VT_NONE ? 0 : calls * vt_laps(function, block);
}

unsigned vt_called_laps(const struct vt_analysis *analysis) {
    unsigned most = 0;
    for (uint32_t f = 0; f < analysis->ir->nfunctions; f++) {
        unsigned calls = calls_of(&analysis->ir->functions[f], analysis->function->symbol);
        most = calls > most ? calls : most;
    }
    return most;
}
