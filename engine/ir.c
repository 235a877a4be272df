/* Questions about functions as they were extracted: see ir.h. */
#include "engine/ir.h"

uint32_t vt_ir_uncast(const struct vt_ir_function *function, uint32_t value) {
    while (function->insts[value].op == VT_OP_CAST)
        value = function->insts[value].args[0];
    return value;
}

bool vt_ir_is_element(const struct vt_ir_function *function, const struct vt_inst *inst) {
    return inst->op == VT_OP_CALL && inst->pointer && inst->symbol != VT_NONE &&
           (inst->nargs == 1 || (inst->nargs == 2 && !function->insts[inst->args[1]].pointer));
}

uint32_t vt_ir_function_of(const struct vt_ir *ir, uint32_t symbol) {
    for (uint32_t f = 0; f < ir->nfunctions; f++)
        if (ir->functions[f].symbol == symbol)
            return f;
    return VT_NONE;
}
