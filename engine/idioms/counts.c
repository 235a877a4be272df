/* Numbers that are counted up in memory, and of which only the lowest bits are used:
 *
 *     uint8_t number = (uint8_t)state->sent++;      // comes again after 256
 *     number = state->sent++ & 0xffff;
 *     nonce[11] = state->number++;                  // which is one byte itself
 *
 * requires: cfg, transfer.  gives: an origin count for each, whose value is how many bits are left,
 * where these bits are stored or handed on. An index into a ring, or what a condition asks of a
 * count, is none.
 */
#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"

enum { MOST_BITS = 16, MAX_DEPTH = 4, MOST_COUNTS = 16 };

/* How many of the lowest bits of its first operand INST leaves; 0 if it is nothing of that kind. */
static unsigned bits_left(const struct vt_analysis *analysis, const struct vt_inst *inst) {
    if (inst->op == VT_OP_CAST)
        return inst->bits < inst->from_bits && !inst->pointer ? inst->bits : 0;
    if (inst->op != VT_OP_BINARY || (inst->sub != VT_AND && inst->sub != VT_REM))
        return 0;
    const struct vt_inst *by = vt_inst_at(analysis, inst->args[1]);
    int64_t most = by->op == VT_OP_INT ? inst->sub == VT_AND ? by->imm : by->imm - 1 : 0;
    unsigned bits = 0;
    if (most < 1 || (most & (most + 1)))
        return 0;
    for (; most; most >>= 1)
        bits++;
    return bits;
}

/* The pointer that VALUE, or what a constant is added to for it, is read from; VT_NONE if it is
 * something else. */
static uint32_t read_from(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op == VT_OP_BINARY && (inst->sub == VT_ADD || inst->sub == VT_SUB) &&
        vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT)
        inst = vt_inst_at(analysis, inst->args[0]);
    return inst->op == VT_OP_LOAD ? inst->args[0] : VT_NONE;
}

static bool is_same_place(const struct vt_analysis *analysis, uint32_t a, uint32_t b) {
    const struct vt_points *x = vt_points_of(analysis, a), *y = vt_points_of(analysis, b);
    return a == b || (x->count == 1 && y->count == 1 && !x->more && !y->more &&
                      x->at[0].offset != VT_ANYWHERE && x->at[0].offset == y->at[0].offset &&
                      vt_place_is_beside(&x->at[0], &y->at[0]));
}

/* True if INST counts up what lies at POINTER. */
static bool counts_up(const struct vt_analysis *analysis, const struct vt_inst *inst,
                      uint32_t pointer) {
    if (inst->op != VT_OP_STORE || vt_inst_at(analysis, inst->args[1])->op != VT_OP_BINARY)
        return false;
    uint32_t from = read_from(analysis, inst->args[1]);
    return from != VT_NONE && is_same_place(analysis, from, inst->args[0]) &&
           is_same_place(analysis, from, pointer);
}

/* True if VALUE, a count or its next, is only counted on and cut to BITS. */
static bool is_only_cut(const struct vt_analysis *analysis, uint32_t value, uint32_t pointer,
                        unsigned bits) {
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        for (uint32_t a = 0; inst->block != VT_NONE && a < inst->nargs; a++) {
            if (inst->args[a] != value)
                continue;
            unsigned left = a == 0 ? bits_left(analysis, inst) : 0;
            bool is_next = inst->op == VT_OP_BINARY && read_from(analysis, i) != VT_NONE &&
                           is_only_cut(analysis, i, pointer, bits);
            if (!is_next && !counts_up(analysis, inst, pointer) && (left == 0 || left > bits))
                return false;
        }
    }
    return true;
}

/* True if VALUE is put somewhere, as it is, wider or moved, and nothing else is done with it. */
static bool is_put(const struct vt_analysis *analysis, uint32_t value, unsigned depth) {
    bool is_stored = false;
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        for (uint32_t a = 0; inst->block != VT_NONE && a < inst->nargs; a++) {
            if (inst->args[a] != value)
                continue;
            bool moves = inst->op == VT_OP_CAST ||
                         (inst->op == VT_OP_BINARY && a == 0 &&
                          (inst->sub == VT_SHL || inst->sub == VT_LSHR || inst->sub == VT_OR));
            bool ends = (inst->op == VT_OP_STORE && a == 1) || inst->op == VT_OP_CALL ||
                        inst->op == VT_OP_RETURN;
            if (!ends && (!moves || depth == MAX_DEPTH || !is_put(analysis, i, depth + 1)))
                return false;
            is_stored = true;
        }
    }
    return is_stored;
}

/* Looks at AT, which may cut what is counted up at one of COUNT POINTERS. */
static void look_at(struct vt_analysis *analysis, uint32_t at, const uint32_t *pointers,
                    unsigned count) {
    const struct vt_inst *inst = vt_inst_at(analysis, at);
    unsigned bits = bits_left(analysis, inst), counted = 0;
    uint32_t pointer = bits ? read_from(analysis, inst->args[0]) : VT_NONE;
    if (pointer == VT_NONE || bits > MOST_BITS || vt_inst_at(analysis, inst->args[0])->bits <= bits)
        return;
    while (counted < count && !is_same_place(analysis, pointers[counted], pointer))
        counted++;
    if (counted == count || !is_put(analysis, at, 0))
        return;
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *load = vt_inst_at(analysis, i);
        if (load->op == VT_OP_LOAD && load->block != VT_NONE &&
            is_same_place(analysis, load->args[0], pointer) &&
            !is_only_cut(analysis, i, pointer, bits))
            return;
    }
    uint32_t number = vt_add_told(analysis, at, VT_FACT_ORIGIN, "count",
                                  vt_alloc_format(analysis->arena, "%u", bits));
    vt_event_brings(analysis, number, at, at);
}

/* True if VALUE, or what is made of it, is asked about, handed on, or chooses an element. */
static bool is_asked(const struct vt_analysis *analysis, uint32_t value, unsigned depth) {
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        for (uint32_t a = 0; inst->block != VT_NONE && a < inst->nargs; a++) {
            bool goes_on = inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST;
            bool ends = inst->op == VT_OP_STORE && a == 1;
            if (inst->args[a] == value && !ends &&
                (!goes_on || depth == MAX_DEPTH || is_asked(analysis, i, depth + 1)))
                return true;
        }
    }
    return false;
}

/* True if VALUE, which is read from POINTER, or its next, is put somewhere else: as it is, moved,
 * or some of its bits. */
static bool is_put_beside(const struct vt_analysis *analysis, uint32_t value, uint32_t pointer,
                          unsigned depth) {
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        bool uses = inst->block != VT_NONE && inst->nargs > 0 && inst->args[0] == value;
        if (inst->op == VT_OP_STORE && inst->block != VT_NONE && inst->args[1] == value &&
            !is_same_place(analysis, inst->args[0], pointer))
            return true;
        if (uses && (inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST) && depth < MAX_DEPTH &&
            is_put_beside(analysis, i, pointer, depth + 1))
            return true;
    }
    return false;
}

/* True if INST reads a count of a few bits from the place of POINTER. */
static bool reads_narrow(const struct vt_analysis *analysis, const struct vt_inst *inst,
                         uint32_t pointer) {
    return inst->op == VT_OP_LOAD && inst->block != VT_NONE && !inst->pointer && inst->bits >= 8 &&
           inst->bits <= MOST_BITS && is_same_place(analysis, inst->args[0], pointer);
}

/* Looks for a count of a few bits at POINTER that is put elsewhere, and that nobody asks about, to
 * carry what is over or to end. */
static void look_for_narrow(struct vt_analysis *analysis, uint32_t pointer) {
    uint32_t put = VT_NONE;
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        if (!reads_narrow(analysis, vt_inst_at(analysis, i), pointer))
            continue;
        if (is_asked(analysis, i, 0))
            return;
        if (put == VT_NONE && is_put_beside(analysis, i, pointer, 0))
            put = i;
    }
    if (put == VT_NONE)
        return;
    uint32_t number =
        vt_add_told(analysis, put, VT_FACT_ORIGIN, "count",
                    vt_alloc_format(analysis->arena, "%u", vt_inst_at(analysis, put)->bits));
    vt_event_brings(analysis, number, put, put);
}

void vt_counts_find(struct vt_analysis *analysis) {
    uint32_t pointers[MOST_COUNTS];
    unsigned count = 0;
    for (uint32_t i = 0; i < analysis->function->ninsts && count < MOST_COUNTS; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        if (inst->op == VT_OP_STORE && inst->block != VT_NONE &&
            counts_up(analysis, inst, inst->args[0]))
            pointers[count++] = inst->args[0];
    }
    for (uint32_t i = 0; count && i < analysis->function->ninsts; i++)
        if (vt_inst_at(analysis, i)->block != VT_NONE)
            look_at(analysis, i, pointers, count);
    for (unsigned n = 0; n < count; n++) {
        unsigned before = 0;
        while (before < n && !is_same_place(analysis, pointers[before], pointers[n]))
            before++;
        if (before == n)
            look_for_narrow(analysis, pointers[n]);
    }
}
