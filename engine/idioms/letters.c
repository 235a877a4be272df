/* Texts that are recognised one letter at a time, by a number that says how many of them came:
 *
 *     at = letter == word[at] ? at + 1 : 0;
 *     if (at == sizeof word)
 *
 * requires: cfg, points, transfer.  gives: an event for each, as for a loop that compares bytes
 * (alike.c): the letter at one side, the text at the other; and what they decide in turn, which is
 * that number.
 */
#include "engine/idioms/idioms.h"

/* The number by which LOAD reads a byte of something that has a name, or VT_NONE. */
static uint32_t index_of(const struct vt_analysis *analysis, uint32_t load) {
    const struct vt_inst *inst = vt_inst_at(analysis, load);
    if (inst->op != VT_OP_LOAD || inst->bits != 8)
        return VT_NONE;
    const struct vt_inst *pointer = vt_inst_at(analysis, inst->args[0]);
    if (pointer->op != VT_OP_GEP || pointer->nargs != 2 || pointer->strides[0] != 1)
        return VT_NONE;
    uint8_t base = vt_inst_at(analysis, pointer->args[0])->op;
    return base == VT_OP_SYMBOL || base == VT_OP_DATA ? vt_plain_value(analysis, pointer->args[1])
                                                      : VT_NONE;
}

/* True if VALUE is STATE, or is read from the same variable. */
static bool is_state(const struct vt_analysis *analysis, uint32_t value, uint32_t state) {
    value = vt_plain_value(analysis, value);
    const struct vt_inst *a = vt_inst_at(analysis, value), *b = vt_inst_at(analysis, state);
    if (value == state || a->op != VT_OP_LOAD || b->op != VT_OP_LOAD)
        return value == state;
    const struct vt_points *left = vt_points_of(analysis, a->args[0]);
    const struct vt_points *right = vt_points_of(analysis, b->args[0]);
    return left->count == 1 && right->count == 1 && !left->more && !right->more &&
           left->at[0].offset == right->at[0].offset && left->at[0].offset != VT_ANYWHERE &&
           vt_place_is_beside(&left->at[0], &right->at[0]);
}

/* True if VALUE is STATE and one. */
static bool is_next(const struct vt_analysis *analysis, uint32_t value, uint32_t state) {
    const struct vt_inst *inst = vt_inst_at(analysis, vt_plain_value(analysis, value));
    return inst->op == VT_OP_BINARY && inst->sub == VT_ADD &&
           vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT &&
           vt_inst_at(analysis, inst->args[1])->imm == 1 &&
           is_state(analysis, inst->args[0], state);
}

/* True if PAIR's number is one more where its letters are equal, and there alone. */
static bool counts_on(const struct vt_analysis *analysis, const struct vt_pair *pair) {
    const struct vt_inst *compare = vt_inst_at(analysis, pair->inst);
    const struct vt_block *blocks = analysis->function->blocks, *block = &blocks[compare->block];
    const struct vt_inst *end = vt_inst_at(analysis, block->first + block->count - 1);
    if (end->op != VT_OP_BRANCH || end->nargs != 1 || end->args[0] != pair->inst)
        return false;
    uint32_t equal = block->successors[compare->sub == VT_NE];
    uint32_t unequal = block->successors[compare->sub == VT_EQ];
    uint32_t header = vt_byte_loop(analysis, pair->left);
    bool counts = false;
    if (header != VT_NONE && !vt_comes_round(analysis, header, unequal))
        return false; /* two texts are walked until they differ */
    for (uint32_t b = 0; b < analysis->cfg->nordered && blocks[equal].npredecessors == 1; b++) {
        uint32_t at = analysis->cfg->ordered[b];
        for (uint32_t i = blocks[at].first; i < blocks[at].first + blocks[at].count; i++) {
            if (!is_next(analysis, i, pair->state))
                continue;
            if (!vt_cfg_dominates(analysis->cfg, equal, at))
                return false;
            counts = true;
        }
    }
    return counts;
}

static bool is_letter(const struct vt_analysis *analysis, uint32_t value, struct vt_pair *pair) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op != VT_OP_COMPARE || (inst->sub != VT_EQ && inst->sub != VT_NE))
        return false;
    for (unsigned side = 0; side < 2; side++) {
        *pair = (struct vt_pair){.inst = value,
                                 .left = vt_plain_value(analysis, inst->args[!side]),
                                 .right = vt_plain_value(analysis, inst->args[side]),
                                 .header = VT_NONE};
        pair->state = index_of(analysis, pair->right);
        if (pair->state != VT_NONE && vt_inst_at(analysis, pair->left)->op != VT_OP_INT &&
            counts_on(analysis, pair))
            return true;
    }
    return false;
}

/* True if VALUE is PAIR's number, before or after the letter. */
static bool is_count(const struct vt_analysis *analysis, const struct vt_pair *pair,
                     uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, vt_plain_value(analysis, value));
    bool counts = is_state(analysis, value, pair->state) || is_next(analysis, value, pair->state);
    for (uint32_t i = 0; inst->op == VT_OP_PHI && i < inst->nargs && !counts; i++)
        counts = is_next(analysis, inst->args[i], pair->state);
    return counts;
}

void vt_letters_decide(struct vt_analysis *analysis, uint32_t value, uint32_t at, uint32_t node) {
    uint32_t tags = VT_TAG_COMPARED | VT_TAG_DECIDED;
    for (uint32_t i = 0; i < analysis->npairs; i++) {
        const struct vt_pair *pair = &analysis->pairs[i];
        if (pair->header != VT_NONE || !is_count(analysis, pair, value))
            continue;
        vt_use_value(analysis, at, node, pair->left, tags);
        vt_use_value(analysis, at, node, pair->right, tags);
    }
}

void vt_letters_find(struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        struct vt_pair pair;
        for (uint32_t i = block->first; i < block->first + block->count; i++) {
            if (is_letter(analysis, i, &pair))
                vt_pair_add(analysis, &pair, "", VT_NONE);
        }
    }
}
