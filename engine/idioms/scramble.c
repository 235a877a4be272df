/* Loops that scramble bytes by something that the program has in itself:
 *
 *     for (i = 0; i < size; i++)
 *         text[i] += word[i % 9];          // adds a short constant, again and again
 *     for (i = 0; i < size; i++)
 *         text[i] ^= 0x5a;                 // one byte
 *     for (i = 0; i < size; i++, k = k * 5 + 1)
 *         text[i] ^= k;                    // a row that always begins the same
 *     for (i = 0; i < size; i++, k = k * 5 + 1)
 *         text[i] ^= k >> 16;              // or wherever k began
 *
 * requires: cfg, transfer.  gives: an event for each, with what is scrambled.  Xor with bytes of a
 * constant is left out: that shows in the flow itself.
 */
#include "engine/idioms/idioms.h"

enum { MAX_DEPTH = 6 };

/* Bytes to xor with that turn the case of a letter, the sign of a sample, all bits or the last, or
 * escape: what these do is no secret. */
static bool is_turn(int64_t number) {
    static const uint8_t turns[] = {0, 0x01, 0x0f, 0x20, 0x40, 0x7f, 0x80, 0xf0, 0xff};
    for (size_t i = 0; i < sizeof turns; i++)
        if ((uint8_t)number == turns[i])
            return true;
    return false;
}

/* True if the function has a xor with NUMBER somewhere. */
static bool has_xor(const struct vt_analysis *analysis, int64_t number) {
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        const struct vt_inst *by =
            inst->op == VT_OP_BINARY && inst->sub == VT_XOR
                ? vt_inst_at(analysis, vt_plain_value(analysis, inst->args[1]))
                : NULL;
        if (by && by->op == VT_OP_INT && (uint8_t)by->imm == number)
            return true;
    }
    return false;
}

/* True if NUMBER is a pad of HMAC (RFC 2104), the other of which the function has as well. */
static bool is_pad(const struct vt_analysis *analysis, int64_t number) {
    enum { INNER = 0x36, OUTER = 0x5c, FROM_INNER = INNER ^ OUTER };
    static const uint8_t pads[] = {INNER, OUTER, FROM_INNER};
    unsigned others = 0;
    bool is_one = false;
    for (size_t i = 0; i < sizeof pads / sizeof *pads; i++) {
        is_one |= (uint8_t)number == pads[i];
        others += (uint8_t)number != pads[i] && has_xor(analysis, pads[i]);
    }
    return is_one && others > 0;
}

/* True if VALUE is made of numbers and of PHI alone. */
static bool is_row(const struct vt_analysis *analysis, uint32_t value, uint32_t phi,
                   unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    bool made = inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST || inst->op == VT_OP_SELECT ||
                inst->op == VT_OP_COMPARE;
    if (value == phi || inst->op == VT_OP_INT)
        return true;
    for (uint32_t i = 0; made && i < inst->nargs; i++)
        made = depth < MAX_DEPTH && is_row(analysis, inst->args[i], phi, depth + 1);
    return made;
}

/* What goes on by itself in HEADER's loop, of which KEY is some bits; VT_NONE if nothing does. */
static uint32_t find_state(const struct vt_analysis *analysis, uint32_t key, uint32_t header) {
    const struct vt_inst *phi = vt_inst_at(analysis, key);
    while (phi->op == VT_OP_BINARY && vt_inst_at(analysis, phi->args[1])->op == VT_OP_INT) {
        key = vt_plain_value(analysis, phi->args[0]); /* some bits of it */
        phi = vt_inst_at(analysis, key);
    }
    return phi->op == VT_OP_PHI && phi->block == header && phi->nargs == 2 ? key : VT_NONE;
}

/* True if KEY begins as a number when HEADER's loop does, and goes on by itself; what counts the
 * rounds is none. */
static bool is_rolling(const struct vt_analysis *analysis, uint32_t key, uint32_t header) {
    key = find_state(analysis, key, header);
    const struct vt_inst *phi = key == VT_NONE ? NULL : vt_inst_at(analysis, key);
    if (!phi)
        return false;
    for (unsigned i = 0; i < 2; i++) {
        const struct vt_inst *next = vt_inst_at(analysis, vt_plain_value(analysis, phi->args[i]));
        bool counts = next->op == VT_OP_BINARY && (next->sub == VT_ADD || next->sub == VT_SUB) &&
                      vt_plain_value(analysis, next->args[0]) == key;
        if (counts || !is_row(analysis, phi->args[i], key, 0))
            return false;
    }
    return vt_inst_at(analysis, phi->args[0])->op == VT_OP_INT ||
           vt_inst_at(analysis, phi->args[1])->op == VT_OP_INT;
}

/* True if VALUE, made of numbers and of PHI alone, is a multiple of it: the step of a generator. */
static bool multiplies(const struct vt_analysis *analysis, uint32_t value, uint32_t phi,
                       unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op == VT_OP_BINARY && inst->sub == VT_MUL) {
        const struct vt_inst *by = vt_inst_at(analysis, inst->args[1]);
        return by->op == VT_OP_INT && (by->imm & (by->imm - 1)) != 0; /* no power of 2 */
    }
    for (uint32_t i = 0; value != phi && depth < MAX_DEPTH && i < inst->nargs; i++)
        if ((inst->op == VT_OP_BINARY || inst->op == VT_OP_CAST) &&
            multiplies(analysis, inst->args[i], phi, depth + 1))
            return true;
    return false;
}

/* True if KEY is some bits of a number that a generator steps on in HEADER's loop, wherever that
 * begins: x = x * 1103515245 + 12345. */
static bool is_generated(const struct vt_analysis *analysis, uint32_t key, uint32_t header) {
    uint32_t state = find_state(analysis, key, header);
    const struct vt_inst *phi = state == VT_NONE ? NULL : vt_inst_at(analysis, state);
    for (unsigned i = 0; phi && i < 2; i++)
        if (vt_plain_value(analysis, phi->args[i]) != state &&
            is_row(analysis, phi->args[i], state, 0) &&
            multiplies(analysis, phi->args[i], state, 0))
            return true;
    return false;
}

/* True if KEY is read from a constant, over and over: by what a remainder or mask leaves. */
static bool is_repeated(const struct vt_analysis *analysis, uint32_t key) {
    const struct vt_inst *load = vt_inst_at(analysis, key);
    if (load->op != VT_OP_LOAD || load->bits != 8)
        return false;
    const struct vt_inst *pointer = vt_inst_at(analysis, load->args[0]);
    if (pointer->op != VT_OP_GEP || pointer->nargs != 2)
        return false;
    const struct vt_inst *base = vt_inst_at(analysis, pointer->args[0]);
    const struct vt_inst *index = vt_inst_at(analysis, vt_plain_value(analysis, pointer->args[1]));
    bool is_constant = base->op == VT_OP_DATA || (base->op == VT_OP_SYMBOL &&
                                                  analysis->ir->symbols[base->symbol].is_constant);
    return is_constant && index->op == VT_OP_BINARY &&
           (index->sub == VT_REM || index->sub == VT_AND);
}

/* What scrambles by KEY in the loop of HEADER, as the event's value; NULL if nothing does. */
static const char *scrambler(const struct vt_analysis *analysis, const struct vt_inst *inst,
                             uint32_t key, uint32_t header) {
    const struct vt_inst *number = vt_inst_at(analysis, key);
    bool adds = inst->sub == VT_ADD || inst->sub == VT_SUB;
    if (inst->sub == VT_XOR && number->op == VT_OP_INT)
        return is_turn(number->imm) || is_pad(analysis, number->imm) ? NULL : "byte";
    if (adds && is_repeated(analysis, key))
        return "added";
    if (!adds && inst->sub != VT_XOR)
        return NULL;
    return is_rolling(analysis, key, header)     ? "rolling"
           : is_generated(analysis, key, header) ? "generated"
                                                 : NULL;
}

/* True if BLOCK stands in each round of HEADER's loop. */
static bool is_each_round(const struct vt_analysis *analysis, uint32_t header, uint32_t block) {
    const struct vt_cfg *cfg = analysis->cfg;
    const struct vt_block *at = &analysis->function->blocks[header];
    for (uint32_t i = 0; i < at->npredecessors; i++) {
        uint32_t from = at->predecessors[i];
        if (cfg->order[from] != VT_NONE && vt_cfg_dominates(cfg, header, from) &&
            !vt_cfg_dominates(cfg, block, from))
            return false;
    }
    return true;
}

/* True if a byte made of VALUE, by casts, is stored in its block. */
static bool is_stored(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_block *block = &analysis->function->blocks[vt_inst_at(analysis, value)->block];
    for (uint32_t i = value + 1; i < block->first + block->count; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        if (inst->op == VT_OP_STORE && inst->bits == 8 &&
            vt_plain_value(analysis, inst->args[1]) == value)
            return true;
    }
    return false;
}

static void look_at(struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op != VT_OP_BINARY || !is_stored(analysis, value))
        return;
    for (unsigned side = 0; side < 2; side++) {
        uint32_t data = vt_plain_value(analysis, inst->args[side]);
        uint32_t key = vt_plain_value(analysis, inst->args[!side]);
        uint32_t header = vt_byte_loop(analysis, data);
        const char *how = header != VT_NONE && is_each_round(analysis, header, inst->block)
                              ? scrambler(analysis, inst, key, header)
                              : NULL;
        if (!how)
            continue;
        uint32_t number = vt_add_told(analysis, value, VT_FACT_EFFECT, "scramble.bytes", how);
        vt_event_gets(analysis, number, VT_ROLE_PAYLOAD, value, data);
        return;
    }
}

void vt_scramble_find(struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        uint32_t at = analysis->cfg->ordered[b];
        const struct vt_block *block = &analysis->function->blocks[at];
        for (uint32_t i = block->first; analysis->cfg->loops[at] && i < block->first + block->count;
             i++)
            look_at(analysis, i);
    }
}
