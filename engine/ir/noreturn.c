/* Functions of the unit that never return.
 *
 * requires: IR.  gives: calls of them are marked, and their symbols.  breaks: nothing.
 *
 * `if (bad) die();` ends there, whether or not somebody told the compiler that die() does not
 * return.
 */
#include "engine/base/arena.h"
#include "engine/ir/cfg.h"
#include "engine/unit/condense.h"

/* True if no RETURN of FUNCTION can be reached, as far as is known yet. */
static bool never_returns(const struct vt_ir_function *function) {
    struct vt_arena *arena = vt_arena_new();
    const struct vt_cfg *cfg = vt_cfg_build(function, arena);
    bool returns = false;
    for (uint32_t i = 0; i < cfg->nordered; i++) {
        uint32_t b = cfg->ordered[i];
        const struct vt_block *block = &function->blocks[b];
        uint8_t op = function->insts[block->first + block->count - 1].op;
        returns |= op == VT_OP_RETURN && !cfg->ends[b];
    }
    vt_arena_free(arena);
    return !returns;
}

static bool has_endless_call(const struct vt_ir_function *function) {
    for (uint32_t i = 0; i < function->ninsts; i++)
        if (function->insts[i].op == VT_OP_CALL && function->insts[i].noreturn)
            return true;
    return false;
}

static void mark_calls(struct vt_ir_function *function, const struct vt_symbol *symbols) {
    for (uint32_t i = 0; i < function->ninsts; i++) {
        struct vt_inst *inst = &function->insts[i];
        if (inst->op == VT_OP_CALL && inst->symbol != VT_NONE)
            inst->noreturn |= symbols[inst->symbol].is_noreturn;
    }
}

void vt_mark_noreturn(struct vt_ir *ir) {
    bool more = true;
    for (unsigned round = 0; round < 4 && more; round++) { /* chains of such functions are short */
        more = false;
        for (uint32_t f = 0; f < ir->nfunctions; f++) {
            struct vt_symbol *symbol = &ir->symbols[ir->functions[f].symbol];
            if (symbol->is_noreturn || symbol->is_weak || !ir->functions[f].nblocks ||
                !has_endless_call(&ir->functions[f]) || !never_returns(&ir->functions[f]))
                continue;
            symbol->is_noreturn = 1;
            more = true;
        }
        for (uint32_t f = 0; f < ir->nfunctions && more; f++)
            mark_calls(&ir->functions[f], ir->symbols);
    }
}
