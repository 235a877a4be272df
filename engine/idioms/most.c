/* The most that a number may be, as far as its unit tells: by constants, by what the unit stores in
 * a field or variable, and by what it calls a function of its own with.
 *
 * requires: functions as they were extracted.  gives: an answer.  breaks: nothing.
 */
#include <string.h>

#include "engine/idioms/idioms.h"

enum { MOST_REACH = 6, LARGEST = 1 << 20 };

/* What is asked of; VALUE is of FUNCTION. */
struct asked {
    const struct vt_ir *ir;
    const struct vt_ir_function *function;
    uint32_t value;
    unsigned reach;
};

static bool most_of(const struct asked *asked, int64_t *most);

static const struct vt_inst *inst_of(const struct asked *asked) {
    return &asked->function->insts[asked->value];
}

/* The same for VALUE of FUNCTION: *MOST grows to it. */
static bool raise(const struct asked *asked, const struct vt_ir_function *function, uint32_t value,
                  int64_t *most) {
    const struct asked next = {asked->ir, function, value, asked->reach + 1};
    int64_t number;
    if (!most_of(&next, &number))
        return false;
    *most = number > *most ? number : *most;
    return true;
}

/* ---- Places ------------------------------------------------------------------------------ */

/* What a pointer leads to that other functions of the unit know as well. */
struct spot {
    uint32_t symbol, type; /* one of them VT_NONE; both: nothing such */
    int64_t offset;
};

static struct spot spot_of(const struct vt_ir_function *function, uint32_t pointer) {
    const struct vt_inst *inst = &function->insts[pointer];
    if (inst->variable)
        return (struct spot){VT_NONE, VT_NONE, 0};
    if ((inst->op == VT_OP_GEP || inst->op == VT_OP_SYMBOL) && inst->type != VT_NONE)
        return (struct spot){VT_NONE, inst->type, inst->type_offset};
    if (inst->op == VT_OP_SYMBOL)
        return (struct spot){inst->symbol, VT_NONE, inst->imm};
    return (struct spot){VT_NONE, VT_NONE, 0};
}

static bool is_spot(const struct spot *a, const struct spot *b) {
    return a->symbol == b->symbol && a->type == b->type && a->offset == b->offset;
}

/* The number that DATA is. */
static int64_t number_in(const struct vt_data *data) {
    uint64_t number = 0;
    for (size_t i = data->size < sizeof number ? data->size : sizeof number; i; i--)
        number = number << 8 | data->bytes[i - 1];
    return (int64_t)number;
}

/* What SPOT begins with, where the unit says so. */
static void raise_first(const struct vt_ir *ir, const struct spot *spot, unsigned bits,
                        int64_t *most, bool *is_known) {
    for (uint32_t i = 0; i < ir->ninitializers; i++) {
        const struct vt_initializer *part = &ir->initializers[i];
        bool is_here = spot->type != VT_NONE
                           ? part->type == spot->type && part->type_offset == spot->offset
                           : part->symbol == spot->symbol && part->offset == spot->offset;
        if (!is_here || !part->content || ir->data[part->data].size * 8 != bits)
            continue;
        int64_t number = number_in(&ir->data[part->data]);
        *most = number > *most ? number : *most;
        *is_known = true;
    }
    for (uint32_t d = 0; d < ir->ndata && spot->symbol != VT_NONE; d++)
        if (ir->data[d].symbol == spot->symbol && ir->data[d].size * 8 == bits) {
            int64_t number = number_in(&ir->data[d]);
            *most = number > *most ? number : *most;
            *is_known = true;
        }
}

static bool most_in(const struct asked *asked, const struct spot *spot, unsigned bits,
                    int64_t *most) {
    bool is_known = false;
    for (uint32_t f = 0; f < asked->ir->nfunctions; f++) {
        const struct vt_ir_function *function = &asked->ir->functions[f];
        for (uint32_t i = 0; i < function->ninsts; i++) {
            const struct vt_inst *store = &function->insts[i];
            if (store->op != VT_OP_STORE)
                continue;
            struct spot at = spot_of(function, store->args[0]);
            if (!is_spot(&at, spot))
                continue;
            if (store->bits != bits || !raise(asked, function, store->args[1], most))
                return false;
            is_known = true;
        }
    }
    raise_first(asked->ir, spot, bits, most, &is_known);
    return is_known;
}

static bool most_loaded(const struct asked *asked, int64_t *most) {
    const struct vt_inst *load = inst_of(asked);
    struct spot spot = spot_of(asked->function, load->args[0]);
    if (load->is_volatile || (spot.symbol == VT_NONE && spot.type == VT_NONE))
        return false;
    if (spot.symbol != VT_NONE && (!asked->ir->symbols[spot.symbol].is_local ||
                                   asked->ir->symbols[spot.symbol].is_address_taken))
        return false;
    return most_in(asked, &spot, load->bits, most);
}

/* ---- Parameters -------------------------------------------------------------------------- */

static bool most_passed(const struct asked *asked, int64_t *most) {
    const struct vt_ir *ir = asked->ir;
    uint32_t callee = asked->function->symbol;
    int64_t number = inst_of(asked)->imm;
    bool is_known = false;
    if (!ir->symbols[callee].is_local || ir->symbols[callee].is_address_taken)
        return false;
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        const struct vt_ir_function *function = &ir->functions[f];
        for (uint32_t i = 0; i < function->ninsts; i++) {
            const struct vt_inst *call = &function->insts[i];
            if (call->op != VT_OP_CALL || call->symbol != callee || number >= call->nargs)
                continue;
            if (!raise(asked, function, call->args[number], most))
                return false;
            is_known = true;
        }
    }
    return is_known;
}

/* ---- Numbers ----------------------------------------------------------------------------- */

static bool most_reckoned(const struct asked *asked, int64_t *most) {
    const struct vt_inst *inst = inst_of(asked);
    const struct vt_inst *by = &asked->function->insts[inst->args[1]];
    int64_t left = 0;
    if (by->op != VT_OP_INT || by->imm < 0 || by->imm > LARGEST ||
        !raise(asked, asked->function, inst->args[0], &left))
        return false;
    switch (inst->sub) {
    case VT_ADD:
        return *most = left + by->imm, true;
    case VT_SUB:
        return *most = left - by->imm, true;
    case VT_MUL:
        return *most = left * by->imm, true;
    case VT_DIV:
        return by->imm ? (*most = left / by->imm, true) : false;
    case VT_SHL:
        return by->imm < 16 ? (*most = left << by->imm, true) : false;
    case VT_LSHR:
    case VT_ASHR:
        return by->imm < 16 ? (*most = left >> by->imm, true) : false;
    default:
        return false;
    }
}

static bool most_of(const struct asked *asked, int64_t *most) {
    const struct vt_inst *inst = inst_of(asked);
    uint32_t first = inst->op == VT_OP_SELECT ? 1 : 0;
    *most = 0;
    if (asked->reach > MOST_REACH)
        return false;
    switch (inst->op) {
    case VT_OP_INT:
        *most = inst->imm;
        return inst->imm >= 0 && inst->imm <= LARGEST;
    case VT_OP_CAST:
        return raise(asked, asked->function, inst->args[0], most);
    case VT_OP_PARAM:
        return most_passed(asked, most);
    case VT_OP_LOAD:
        return most_loaded(asked, most);
    case VT_OP_BINARY:
        return most_reckoned(asked, most);
    case VT_OP_PHI:
    case VT_OP_SELECT:
        for (uint32_t i = first; i < inst->nargs; i++)
            if (!raise(asked, asked->function, inst->args[i], most))
                return false;
        return inst->nargs > first;
    default:
        return false;
    }
}

bool vt_most_of(const struct vt_ir *ir, const struct vt_ir_function *function, uint32_t value,
                int64_t *most) {
    const struct asked asked = {ir, function, value, 0};
    return most_of(&asked, most) && *most <= LARGEST;
}
