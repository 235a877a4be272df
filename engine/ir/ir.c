/* Questions about functions as they were extracted: see ir.h. */
#include "engine/ir/ir.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"

uint32_t vt_ir_uncast(const struct vt_ir_function *function, uint32_t value) {
    while (function->insts[value].op == VT_OP_CAST)
        value = function->insts[value].args[0];
    return value;
}

bool vt_ir_is_element(const struct vt_ir_function *function, const struct vt_inst *inst) {
    return inst->op == VT_OP_CALL && inst->pointer && inst->symbol != VT_NONE &&
           (inst->nargs == 1 || (inst->nargs == 2 && !function->insts[inst->args[1]].pointer));
}

void vt_ir_index(struct vt_ir *ir) {
    ir->function_of = vt_alloc_array(ir->arena, ir->nsymbols, sizeof *ir->function_of);
    memset(ir->function_of, 0xff, ir->nsymbols * sizeof *ir->function_of);
    for (uint32_t f = 0; f < ir->nfunctions; f++)
        ir->function_of[ir->functions[f].symbol] = f;
}

uint32_t vt_ir_function_of(const struct vt_ir *ir, uint32_t symbol) {
    return symbol == VT_NONE ? VT_NONE : ir->function_of[symbol];
}

/* ---- Callees before callers -------------------------------------------------------------- */

struct order {
    const struct vt_ir *ir;
    uint32_t *ordered, nordered;
    uint32_t *stack, *at; /* functions whose callees are being visited, and at which instruction */
    uint32_t depth;
    uint8_t *seen;
};

static void enter(struct order *order, uint32_t function) {
    if (order->seen[function])
        return;
    order->seen[function] = 1;
    order->at[order->depth] = 0;
    order->stack[order->depth++] = function;
}

/* Goes on to the next callee of the function on the stack, or puts the function in order. */
static void advance(struct order *order) {
    uint32_t top = order->depth - 1, function = order->stack[top];
    const struct vt_ir_function *from = &order->ir->functions[function];
    while (order->at[top] < from->ninsts) {
        const struct vt_inst *inst = &from->insts[order->at[top]++];
        uint32_t callee =
            inst->op == VT_OP_CALL ? vt_ir_function_of(order->ir, inst->symbol) : VT_NONE;
        if (callee == VT_NONE)
            continue;
        enter(order, callee);
        if (order->depth > top + 1)
            return;
    }
    order->depth--;
    order->ordered[order->nordered++] = function;
}

uint32_t *vt_ir_order(const struct vt_ir *ir, struct vt_arena *arena) {
    struct order order = {
        .ir = ir,
        .ordered = vt_alloc_array(arena, ir->nfunctions, sizeof(uint32_t)),
        .stack = vt_alloc_array(arena, ir->nfunctions, sizeof(uint32_t)),
        .at = vt_alloc_array(arena, ir->nfunctions, sizeof(uint32_t)),
        .seen = vt_alloc(arena, ir->nfunctions),
    };
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        enter(&order, f);
        while (order.depth)
            advance(&order);
    }
    assert(order.nordered == ir->nfunctions);
    return order.ordered;
}
