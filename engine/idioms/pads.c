/* HMAC (RFC 2104) that is its inner digest alone:
 *
 *     for (i = 0; i < 64; i++)
 *         block[i] = key[i] ^ 0x36;        // and nothing is ever xored with 0x5c, or what is so
 *     digest(block, 64, text, size);       // is never read
 *
 * requires: functions as they were extracted.  gives: an answer.  breaks: nothing.
 *
 * A pad is known by its byte, and the inner one by as many bytes as digests take at a time, too.
 * They belong together in one function, in one that calls the other, and where both know of one
 * struct.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/idioms/idioms.h"

enum { INNER = 0x36, OUTER = 0x5c, TURN = INNER ^ OUTER, MAX_DEPTH = 8, MOST_CALLS = 3 };

/* Memory that a function writes to. */
struct object {
    enum { OTHER, LOCAL, FIELD, GLOBAL, FORMAL } kind;
    uint32_t id;  /* LOCAL, FORMAL: value; FIELD: type; GLOBAL: symbol */
    int64_t end;  /* FIELD: where it ends in that struct */
    int64_t size; /* bytes, 0 if unknown */
};

struct search {
    const struct vt_condenser *shared;
    const struct vt_ir_function *function;
    struct vt_cfg *cfg; /* of `function`, NULL until somebody asks */
    struct vt_arena *arena;
};

static const struct vt_inst *inst_at(const struct search *search, uint32_t value) {
    return &search->function->insts[value];
}

static struct object object_of(const struct search *search, uint32_t pointer) {
    const struct vt_ir *ir = search->shared->ir;
    for (unsigned depth = 0; depth < MAX_DEPTH; depth++) {
        const struct vt_inst *inst = inst_at(search, pointer);
        if ((inst->op == VT_OP_GEP || inst->op == VT_OP_SYMBOL) && inst->type != VT_NONE &&
            inst->field_end > inst->type_offset)
            return (struct object){FIELD, inst->type, inst->field_end,
                                   inst->field_end - inst->type_offset};
        if (inst->op == VT_OP_ALLOCA)
            return (struct object){LOCAL, pointer, 0, inst->imm};
        if (inst->op == VT_OP_SYMBOL)
            return (struct object){GLOBAL, inst->symbol, 0,
                                   (int64_t)ir->symbols[inst->symbol].size};
        if (inst->op == VT_OP_PARAM)
            return (struct object){FORMAL, pointer, 0, 0};
        bool follows = inst->op == VT_OP_GEP || inst->op == VT_OP_CAST || inst->op == VT_OP_PHI ||
                       vt_ir_is_element(search->function, inst);
        if (!follows || !inst->nargs)
            break;
        pointer = inst->args[0];
    }
    return (struct object){OTHER, VT_NONE, 0, 0};
}

static bool is_same(const struct object *a, const struct object *b) {
    return a->kind != OTHER && a->kind == b->kind && a->id == b->id && a->end == b->end;
}

/* ---- What is read ------------------------------------------------------------------------ */

static bool is_made_of(const struct search *search, uint32_t value, uint32_t of, unsigned depth) {
    const struct vt_inst *inst = inst_at(search, value);
    if (value == of)
        return true;
    for (uint32_t i = 0; depth < MAX_DEPTH && i < inst->nargs; i++)
        if ((inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST) &&
            is_made_of(search, inst->args[i], of, depth + 1))
            return true;
    return false;
}

/* True if what LOAD reads of OBJECT only goes back there, changed. */
static bool is_put_back(const struct search *search, uint32_t load, const struct object *object) {
    const struct vt_block *block = &search->function->blocks[inst_at(search, load)->block];
    for (uint32_t i = load + 1; i < block->first + block->count; i++) {
        const struct vt_inst *store = inst_at(search, i);
        if (store->op != VT_OP_STORE || !is_made_of(search, store->args[1], load, 0))
            continue;
        struct object to = object_of(search, store->args[0]);
        return is_same(&to, object);
    }
    return false;
}

/* The row of CALL that says that it fills memory, or NULL. */
static const struct vt_row *filling(const struct search *search, const struct vt_inst *call) {
    const struct vt_condenser *shared = search->shared;
    for (unsigned r = 0; call->symbol != VT_NONE && r < shared->nrows[call->symbol]; r++)
        if (shared->rows[call->symbol][r].fact == VT_FACT_WIPE)
            return &shared->rows[call->symbol][r];
    return NULL;
}

static bool is_read(const struct search *search, const struct object *object, unsigned depth);

/* True if CALL may read what its argument NUMBER leads to. */
static bool is_read_by(const struct search *search, const struct vt_inst *call, uint32_t number,
                       unsigned depth) {
    const struct vt_ir *ir = search->shared->ir;
    unsigned nrows = call->symbol == VT_NONE ? 0 : search->shared->nrows[call->symbol];
    for (unsigned r = 0; r < nrows; r++) {
        const struct vt_row *row = &search->shared->rows[call->symbol][r];
        bool takes = row->from.base == (int)number && row->from.depth;
        for (unsigned i = 0; i < row->nroles; i++)
            takes |= row->roles[i].port.base == (int)number;
        if (takes)
            return true;
    }
    if (nrows)
        return false;
    uint32_t f = depth < MOST_CALLS ? vt_ir_function_of(ir, call->symbol) : VT_NONE;
    if (f == VT_NONE || number >= ir->functions[f].nparams)
        return true;
    struct search next = {search->shared, &ir->functions[f], NULL, search->arena};
    struct object formal = {FORMAL, next.function->params[number], 0, 0};
    return is_read(&next, &formal, depth + 1);
}

/* True if something of the function looks at what OBJECT holds. */
static bool is_read(const struct search *search, const struct object *object, unsigned depth) {
    for (uint32_t i = 0; i < search->function->ninsts; i++) {
        const struct vt_inst *inst = inst_at(search, i);
        bool derives = inst->block == VT_NONE || inst->op == VT_OP_GEP || inst->op == VT_OP_CAST ||
                       inst->op == VT_OP_PHI || inst->op == VT_OP_COMPARE ||
                       vt_ir_is_element(search->function, inst);
        for (uint32_t a = 0; !derives && a < inst->nargs; a++) {
            struct object here = object_of(search, inst->args[a]);
            if (!is_same(&here, object) || (inst->op == VT_OP_STORE && a == 0))
                continue;
            bool spared = inst->op == VT_OP_LOAD   ? is_put_back(search, i, object)
                          : inst->op == VT_OP_CALL ? !is_read_by(search, inst, a, depth)
                                                   : false;
            if (!spared)
                return true;
        }
    }
    return false;
}

/* True if something of the unit may look at what OBJECT, of SEARCH's function, holds. */
static bool is_used(const struct search *search, const struct object *object) {
    const struct vt_ir *ir = search->shared->ir;
    if (object->kind == OTHER || object->kind == FORMAL)
        return true;
    if (object->kind == LOCAL)
        return is_read(search, object, 0);
    if (object->kind == GLOBAL && !ir->symbols[object->id].is_local)
        return true;
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        struct search other = {search->shared, &ir->functions[f], NULL, search->arena};
        if (is_read(&other, object, 0))
            return true;
    }
    return false;
}

/* ---- Pads -------------------------------------------------------------------------------- */

/* True if INST is a number each byte of which is PAD, or that is PAD. */
static bool is_pad(const struct vt_inst *inst, uint64_t pad) {
    uint64_t number = (uint64_t)inst->imm;
    return inst->op == VT_OP_INT &&
           (number == pad || number == pad * 0x01010101u || number == pad * 0x0101010101010101u);
}

static bool is_outer(const struct vt_inst *inst) {
    return is_pad(inst, OUTER) || is_pad(inst, TURN);
}

/* How many bytes a digest takes at a time. */
static bool is_block(int64_t bytes) {
    return bytes == 64 || bytes == 128;
}

/* Where VALUE, xored with a pad, is stored in its block; VT_NONE if it is not. */
static uint32_t store_of(const struct search *search, uint32_t value) {
    const struct vt_block *block = &search->function->blocks[inst_at(search, value)->block];
    for (uint32_t i = value + 1; i < block->first + block->count; i++)
        if (inst_at(search, i)->op == VT_OP_STORE &&
            is_made_of(search, inst_at(search, i)->args[1], value, 0))
            return i;
    return VT_NONE;
}

/* What INST, which has argument NUMBER for a pad, fills with it: false if that is nothing. *SIZE is
 * how many bytes, 0 if unknown. */
static bool is_filled(struct search *search, uint32_t at, uint32_t number, struct object *object,
                      int64_t *size) {
    const struct vt_inst *inst = inst_at(search, at);
    *size = 0;
    if (inst->op == VT_OP_BINARY && inst->sub == VT_XOR) {
        uint32_t store = store_of(search, at);
        if (store == VT_NONE)
            return false;
        if (!search->cfg)
            search->cfg = vt_cfg_build(search->function, search->arena);
        *object = object_of(search, inst_at(search, store)->args[0]);
        *size = inst_at(search, store)->bits / 8 *
                (int64_t)vt_laps(search->shared->ir, search->cfg, inst->block, search->arena);
        if (!*size && search->cfg->loops[inst->block])
            *size = object->size;
        return true;
    }
    const struct vt_row *row = inst->op == VT_OP_CALL ? filling(search, inst) : NULL;
    if (!row || row->from.base != (int)number || row->length.base < 0)
        return false;
    const struct vt_inst *length = inst_at(search, inst->args[row->length.base]);
    *object = object_of(search, inst->args[row->to.base]);
    *size = length->op == VT_OP_INT ? length->imm : 0;
    return true;
}

/* True if the function of the unit that CALL calls xors by its parameter NUMBER; *SIZE bytes. */
static bool is_padding(const struct search *search, const struct vt_inst *call, uint32_t number,
                       int64_t *size) {
    const struct vt_ir *ir = search->shared->ir;
    uint32_t f = call->op == VT_OP_CALL ? vt_ir_function_of(ir, call->symbol) : VT_NONE;
    if (f == VT_NONE || number >= ir->functions[f].nparams)
        return false;
    struct search callee = {search->shared, &ir->functions[f], NULL, search->arena};
    for (uint32_t i = 0; i < callee.function->ninsts; i++) {
        const struct vt_inst *inst = inst_at(&callee, i);
        struct object object;
        for (uint32_t a = 0; inst->op == VT_OP_BINARY && inst->sub == VT_XOR && a < 2; a++)
            if (vt_ir_uncast(callee.function, inst->args[a]) == callee.function->params[number] &&
                is_filled(&callee, i, a, &object, size))
                return true;
    }
    return false;
}

/* ---- The unit ---------------------------------------------------------------------------- */

/* True if VALUE leads to bytes that are nothing but the outer pad. */
static bool is_outer_table(const struct search *search, const struct vt_inst *value) {
    const struct vt_condenser *shared = search->shared;
    uint32_t data = value->op == VT_OP_DATA     ? value->data
                    : value->op == VT_OP_SYMBOL ? shared->data_of[value->symbol]
                                                : VT_NONE;
    if (data == VT_NONE)
        return false;
    const struct vt_data *bytes = &shared->ir->data[data];
    size_t i = 0;
    while (i < bytes->size && bytes->bytes[i] == OUTER)
        i++;
    return i >= 32 && i == bytes->size;
}

/* What pads a function makes. */
struct pads {
    uint32_t inner;      /* instruction, or VT_NONE */
    struct object block; /* what that fills */
    bool outer, unread;  /* one that may be read, one that is not */
};

/* Notes what instruction AT makes of pads. */
static void look_at(struct search *search, uint32_t at, struct pads *pads) {
    const struct vt_inst *inst = inst_at(search, at);
    for (uint32_t a = 0; a < inst->nargs; a++) {
        const struct vt_inst *number = inst_at(search, inst->args[a]);
        struct object object = {OTHER, VT_NONE, 0, 0};
        int64_t size;
        bool is_inner = is_pad(number, INNER);
        pads->outer |= is_outer_table(search, number);
        if (!is_inner && !is_outer(number))
            continue;
        bool is_fill = is_filled(search, at, a, &object, &size) ||
                       (is_inner && is_padding(search, inst, a, &size));
        if (is_inner && is_fill && pads->inner == VT_NONE && is_block(size) &&
            is_used(search, &object)) {
            pads->inner = at;
            pads->block = object;
        } else if (!is_inner && is_fill && !is_used(search, &object))
            pads->unread = true;
        else if (!is_inner)
            pads->outer = true;
    }
}

static bool calls(const struct vt_ir_function *function, const struct vt_ir_function *callee) {
    for (uint32_t i = 0; i < function->ninsts; i++)
        if (function->insts[i].op == VT_OP_CALL && function->insts[i].symbol == callee->symbol)
            return true;
    return false;
}

/* True if TYPE is a struct of the program, and not one that everybody has. */
static bool is_own(const struct vt_ir *ir, uint32_t type) {
    return type != VT_NONE && !strstr(vt_string(ir->strings, type), ".std::");
}

/* True if both functions know of the fields of one struct. */
static bool share_fields(const struct vt_ir *ir, const struct vt_ir_function *a,
                         const struct vt_ir_function *b) {
    for (uint32_t i = 0; i < a->ninsts; i++)
        for (uint32_t k = 0; a->insts[i].op == VT_OP_GEP && k < b->ninsts; k++)
            if (b->insts[k].op == VT_OP_GEP && a->insts[i].type == b->insts[k].type &&
                is_own(ir, a->insts[i].type))
                return true;
    return false;
}

/* True if what FUNCTIONs A and B make of pads may belong together. */
static bool belong(const struct vt_ir *ir, uint32_t a, uint32_t b) {
    const struct vt_ir_function *one = &ir->functions[a], *other = &ir->functions[b];
    return a == b || calls(one, other) || calls(other, one) || share_fields(ir, one, other);
}

/* True if VALUE is what the caller of SEARCH's function keeps: WHOLE, or a part of a struct. */
static bool is_kept(const struct search *search, uint32_t value, bool whole) {
    bool is_field = whole;
    for (unsigned depth = 0; depth < MAX_DEPTH; depth++) {
        const struct vt_inst *inst = inst_at(search, value);
        if (inst->op == VT_OP_PARAM)
            return is_field;
        if (inst->op != VT_OP_GEP && inst->op != VT_OP_CAST && inst->op != VT_OP_LOAD)
            return false;
        is_field |= inst->op == VT_OP_GEP && inst->type != VT_NONE;
        value = inst->args[0];
    }
    return false;
}

/* True if the digest that function F of the unit begins is ended in the unit, too: it is not in a
 * struct of its caller's, or others of the unit know of that. */
static bool is_ended(const struct vt_condenser *shared, uint32_t f, const struct object *block) {
    const struct vt_ir *ir = shared->ir;
    const struct search search = {shared, &ir->functions[f], NULL, NULL};
    bool is_open = false;
    for (uint32_t i = 0; i < search.function->ninsts; i++) {
        const struct vt_inst *call = inst_at(&search, i);
        bool takes = false; /* the block that was padded */
        for (uint32_t a = 1; call->op == VT_OP_CALL && a < call->nargs; a++) {
            struct object object = object_of(&search, call->args[a]);
            takes |= is_same(&object, block);
        }
        for (uint32_t a = 0; call->op == VT_OP_CALL && a < call->nargs; a++)
            is_open |= is_kept(&search, call->args[a], takes && a == 0);
    }
    for (uint32_t other = 0; is_open && other < ir->nfunctions; other++)
        is_open = other == f || !share_fields(ir, search.function, &ir->functions[other]);
    return !is_open;
}

/* True if the inner pad of function F has no outer one. */
static bool is_alone(const struct vt_condenser *shared, const struct pads *pads, uint32_t f) {
    bool has_unread = false;
    for (uint32_t other = 0; other < shared->ir->nfunctions; other++) {
        if ((!pads[other].outer && !pads[other].unread) || !belong(shared->ir, f, other))
            continue;
        if (pads[other].outer)
            return false;
        has_unread = true;
    }
    return has_unread || is_ended(shared, f, &pads[f].block);
}

uint32_t *vt_pads_find(const struct vt_condenser *shared, struct vt_arena *arena) {
    const struct vt_ir *ir = shared->ir;
    struct pads *pads = vt_alloc_array(arena, ir->nfunctions, sizeof *pads);
    uint32_t *inner = vt_alloc_array(arena, ir->nfunctions, sizeof *inner);
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        struct search search = {shared, &ir->functions[f], NULL, arena};
        pads[f].inner = VT_NONE;
        for (uint32_t i = 0; i < search.function->ninsts; i++) {
            const struct vt_inst *at = inst_at(&search, i);
            if (at->block != VT_NONE && at->op != VT_OP_COMPARE)
                look_at(&search, i, &pads[f]);
        }
    }
    for (uint32_t f = 0; f < ir->nfunctions; f++)
        inner[f] = pads[f].inner != VT_NONE && is_alone(shared, pads, f) ? pads[f].inner : VT_NONE;
    return inner;
}
