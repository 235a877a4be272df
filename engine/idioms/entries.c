/* How much of a table is ever read: for (i = 0; i < 16; i++) sum += K[i];
 *
 * requires: functions as they were extracted.  gives: an answer.  breaks: nothing.
 *
 * Loops that count from a constant to a constant tell, or to what the unit lets a field, variable
 * or parameter be at most. Any other use of the table, and whatever else its elements are chosen
 * by, may read all of it.
 */
#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"

static const struct vt_inst *inst_at(const struct vt_ir_function *function, uint32_t value) {
    return &function->insts[value];
}

/* True if INST is a number that a table may have as many elements of: one can reckon with it. */
static bool is_small(const struct vt_inst *inst) {
    return inst->op == VT_OP_INT && inst->imm > INT32_MIN && inst->imm < INT32_MAX;
}

/* VALUE without the constant that is added to it, which is added to *MORE. */
static uint32_t without_constant(const struct vt_ir_function *function, uint32_t value,
                                 int64_t *more) {
    value = vt_ir_uncast(function, value);
    const struct vt_inst *inst = inst_at(function, value);
    if (inst->op != VT_OP_BINARY || inst->sub != VT_ADD ||
        !is_small(inst_at(function, inst->args[1])))
        return value;
    *more += inst_at(function, inst->args[1])->imm;
    return vt_ir_uncast(function, inst->args[0]);
}

/* True if block FROM leads to block TO. */
static bool leads_to(const struct vt_ir_function *function, uint32_t from, uint32_t to,
                     struct vt_arena *arena) {
    bool *seen = vt_alloc_array(arena, function->nblocks, sizeof *seen);
    uint32_t *left = vt_alloc_array(arena, function->nblocks, sizeof *left), count = 0;
    left[count++] = from;
    seen[from] = true;
    while (count) {
        const struct vt_block *block = &function->blocks[left[--count]];
        for (uint32_t s = 0; s < block->nsuccessors; s++) {
            uint32_t next = block->successors[s];
            if (next == to)
                return true;
            if (!seen[next])
                left[count++] = next;
            seen[next] = true;
        }
    }
    return false;
}

/* What the counter PHI is less than as long as its loop goes on, by the test at the head of it; 0
 * if there is none. */
static int64_t bound_of(const struct vt_ir *ir, const struct vt_ir_function *function, uint32_t phi,
                        struct vt_arena *arena) {
    uint32_t head = inst_at(function, phi)->block;
    const struct vt_block *block = &function->blocks[head];
    const struct vt_inst *branch = inst_at(function, block->first + block->count - 1);
    if (branch->op != VT_OP_BRANCH || branch->nargs != 1 || block->nsuccessors != 2)
        return 0;
    const struct vt_inst *test = inst_at(function, branch->args[0]);
    int64_t than;
    if (test->op != VT_OP_COMPARE || vt_ir_uncast(function, test->args[0]) != phi ||
        !vt_most_of(ir, function, test->args[1], &than) ||
        leads_to(function, block->successors[1], head, arena))
        return 0;
    if (test->sub == VT_SLE || test->sub == VT_ULE)
        return than + 1;
    return test->sub == VT_SLT || test->sub == VT_ULT || test->sub == VT_NE ? than : 0;
}

/* The highest that INDEX gets; false if that is not known. */
static bool highest(const struct vt_ir *ir, const struct vt_ir_function *function, uint32_t index,
                    int64_t *most, struct vt_arena *arena) {
    int64_t more = 0, step = 0;
    uint32_t phi = without_constant(function, index, &more);
    const struct vt_inst *counter = inst_at(function, phi), *start = NULL;
    if (counter->op != VT_OP_PHI || counter->nargs != 2)
        return false;
    for (unsigned way = 0; way < 2; way++) {
        int64_t grows = 0;
        if (without_constant(function, counter->args[way], &grows) == phi && grows > 0) {
            step = grows;
            start = inst_at(function, vt_ir_uncast(function, counter->args[!way]));
        }
    }
    if (!start || start->op != VT_OP_INT || start->imm < 0)
        return false;
    int64_t bound = bound_of(ir, function, phi, arena);
    if (bound <= start->imm)
        return false;
    *most = start->imm + (bound - 1 - start->imm) / step * step + more;
    return true;
}

/* The end of what the load through POINTER reads of the symbol that it begins with; or -1. */
static int64_t end_of_read(const struct vt_ir *ir, const struct vt_ir_function *function,
                           uint32_t pointer, unsigned bytes, struct vt_arena *arena) {
    const struct vt_inst *element = inst_at(function, pointer);
    int64_t end = bytes;
    if (element->op == VT_OP_SYMBOL)
        return end + element->imm;
    end += element->imm + inst_at(function, element->args[0])->imm;
    for (uint32_t i = 1; i < element->nargs; i++) {
        int64_t most;
        if (!highest(ir, function, element->args[i], &most, arena))
            return -1;
        end += most * element->strides[i - 1];
    }
    return end;
}

static bool is_symbol(const struct vt_ir_function *function, uint32_t value, uint32_t symbol) {
    const struct vt_inst *inst = inst_at(function, value);
    return inst->op == VT_OP_SYMBOL && inst->symbol == symbol;
}

/* True if VALUE is SYMBOL, or an element of it. */
static bool is_within(const struct vt_ir_function *function, uint32_t value, uint32_t symbol) {
    const struct vt_inst *inst = inst_at(function, value);
    return is_symbol(function, value, symbol) ||
           (inst->op == VT_OP_GEP && is_symbol(function, inst->args[0], symbol));
}

/* The same of all that FUNCTION reads of SYMBOL, 0 if it reads nothing; -1 if that is not known. */
static int64_t read_in(const struct vt_ir *ir, const struct vt_ir_function *function,
                       uint32_t symbol, struct vt_arena *arena) {
    int64_t end = 0;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = inst_at(function, i);
        for (uint32_t a = 0; a < inst->nargs; a++) {
            if (!is_within(function, inst->args[a], symbol))
                continue;
            if (inst->op == VT_OP_GEP && a == 0 && is_symbol(function, inst->args[0], symbol))
                continue; /* what is done with the element counts */
            if (inst->op != VT_OP_LOAD)
                return -1;
            int64_t here = end_of_read(ir, function, inst->args[0], inst->bits / 8u, arena);
            if (here < 0)
                return -1;
            end = here > end ? here : end;
        }
    }
    return end;
}

size_t vt_entries_read(const struct vt_ir *ir, uint32_t symbol, struct vt_arena *arena) {
    int64_t end = 0;
    if (!ir->symbols[symbol].is_local || !ir->symbols[symbol].is_constant)
        return 0;
    for (uint32_t i = 0; i < ir->ninitializers; i++)
        if (ir->initializers[i].target == symbol)
            return 0;
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        int64_t here = read_in(ir, &ir->functions[f], symbol, arena);
        if (here < 0)
            return 0;
        end = here > end ? here : end;
    }
    return (size_t)end;
}
