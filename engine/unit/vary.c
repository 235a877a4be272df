/* Which bits of a value can vary: what masks, remainders and constants leave of them.
 *
 * requires: IR.  gives: tags for where the value is stored or handed on.
 *
 * This is for questions of how much of a key is left, so it never says less than what can vary.
 * Widening by the language's rules (a byte as an int) and picking some bytes of a value lose
 * nothing that was there.
 */
#include "engine/unit/analysis.h"

enum { MAX_DEPTH = 8, MAX_JOINED = 4 };

/* Bits of a value that can vary, and how many it had before anybody took some away. */
struct vary {
    uint64_t live;
    unsigned width;
};

static uint64_t low_bits(unsigned count) {
    return count >= 64 ? UINT64_MAX : ((uint64_t)1 << count) - 1;
}

static unsigned count_bits(uint64_t set) {
    unsigned count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

/* The place of the highest bit, from 1; 0 if there is none. */
static unsigned highest_bit(uint64_t set) {
    unsigned place = 0;
    for (; set; set >>= 1)
        place++;
    return place;
}

static struct vary all_of(unsigned bits) {
    return (struct vary){low_bits(bits), bits < 64 ? bits : 64};
}

static struct vary vary_of(const struct vt_analysis *analysis, uint32_t value, unsigned depth);

static struct vary join(struct vary a, struct vary b) {
    return (struct vary){a.live | b.live, a.width > b.width ? a.width : b.width};
}

/* Of a number that is reckoned with a constant as many values are left, wherever its bits go. */
static struct vary moved(struct vary a, unsigned bits) {
    if (count_bits(a.live) < a.width)
        return (struct vary){low_bits(count_bits(a.live)), a.width};
    return all_of(bits);
}

static struct vary with_constant(const struct vt_inst *inst, struct vary a, uint64_t constant) {
    switch ((enum vt_binary)inst->sub) {
    case VT_AND:
        return (struct vary){a.live & constant, a.width};
    case VT_OR:
        return (struct vary){a.live & ~constant, a.width};
    case VT_XOR:
        return a;
    case VT_SHL:
        return constant >= 64 ? all_of(inst->bits)
                              : (struct vary){a.live << constant & low_bits(inst->bits), a.width};
    case VT_LSHR:
    case VT_ASHR: /* picks the upper bits: those that are left are all that is asked for */
        return constant >= a.width
                   ? all_of(inst->bits)
                   : (struct vary){a.live >> constant, a.width - (unsigned)constant};
    case VT_REM:
        return constant == 0 || constant > INT32_MAX
                   ? a
                   : (struct vary){a.live & low_bits(highest_bit(constant - 1)), a.width};
    default:
        return moved(a, inst->bits);
    }
}

static struct vary of_binary(const struct vt_analysis *analysis, const struct vt_inst *inst,
                             unsigned depth) {
    const struct vt_inst *right = vt_inst_at(analysis, inst->args[1]);
    struct vary a = vary_of(analysis, inst->args[0], depth + 1);
    if (right->op == VT_OP_INT)
        return with_constant(inst, a, (uint64_t)right->imm & low_bits(inst->bits));
    struct vary b = vary_of(analysis, inst->args[1], depth + 1);
    switch ((enum vt_binary)inst->sub) {
    case VT_AND:
    case VT_OR:
    case VT_XOR:
        return join(a, b);
    case VT_ADD:
        if (vt_inst_at(analysis, inst->args[0])->op == VT_OP_INT)
            return moved(b, inst->bits);
        return all_of(inst->bits);
    default:
        return all_of(inst->bits);
    }
}

static struct vary of_cast(const struct vt_analysis *analysis, const struct vt_inst *inst,
                           unsigned depth) {
    struct vary a = vary_of(analysis, inst->args[0], depth + 1);
    if (inst->bits >= inst->from_bits)
        return a;
    /* Of a value whose lower half is empty another half may be asked for. */
    a.live &= low_bits(inst->bits);
    a.width = a.width < inst->bits ? a.width : inst->bits;
    return a;
}

static struct vary of_joined(const struct vt_analysis *analysis, const struct vt_inst *inst,
                             unsigned depth) {
    struct vary all = {0};
    if (inst->nargs > MAX_JOINED)
        return all_of(inst->bits);
    for (uint32_t i = inst->op == VT_OP_SELECT; i < inst->nargs; i++)
        all = join(all, vary_of(analysis, inst->args[i], depth + 1));
    return all;
}

static struct vary vary_of(const struct vt_analysis *analysis, uint32_t value, unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op == VT_OP_INT)
        return (struct vary){0};
    if (depth > MAX_DEPTH || inst->pointer || inst->bits > 64)
        return all_of(inst->bits ? inst->bits : 64);
    switch (inst->op) {
    case VT_OP_BINARY:
        return of_binary(analysis, inst, depth);
    case VT_OP_CAST:
        return of_cast(analysis, inst, depth);
    case VT_OP_PHI:
    case VT_OP_SELECT:
        return of_joined(analysis, inst, depth);
    default:
        return all_of(inst->bits ? inst->bits : 64);
    }
}

uint32_t vt_share_of(const struct vt_analysis *analysis, uint32_t value, bool stored) {
    uint8_t op = vt_inst_at(analysis, value)->op;
    if (op != VT_OP_BINARY && op != VT_OP_CAST && op != VT_OP_PHI && op != VT_OP_SELECT)
        return 0;
    struct vary vary = vary_of(analysis, value, 0);
    unsigned count = count_bits(vary.live);
    if (!count || !vary.width || count >= vary.width)
        return 0;
    bool picks_bytes = count % 8 == 0 && vary.live == low_bits(count);
    if (picks_bytes && !stored)
        return 0; /* what gets it may take it for a byte, or two */
    return vt_tags_of_share((8 * count + vary.width - 1) / vary.width);
}
