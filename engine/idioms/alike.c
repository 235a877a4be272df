/* Loops that hold two strings of bytes against each other, one by one:
 *
 *     for (i = 0; i < 16; i++)
 *         differ |= code[i] ^ got[i];
 *
 * requires: cfg, transfer.  gives: an event for each, as a call of memcmp would be one: what lies
 * at either side, how many bytes, and whether less than all of them decide; and what they decide
 * in turn, which is how far the loop gets.
 */
#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/idioms/idioms.h"

enum { MAX_LOOKED = 64 }; /* blocks of a loop; longer ones do more than compare */
enum { MAX_MASKS = 4 };   /* constants that a byte is changed by before it is compared */

/* ---- The loop ---------------------------------------------------------------------------- */

static bool is_inside(const struct vt_analysis *analysis, uint32_t header, uint32_t block) {
    const struct vt_cfg *cfg = analysis->cfg;
    return cfg->order[block] != VT_NONE && vt_cfg_dominates(cfg, header, block);
}

bool vt_comes_round(const struct vt_analysis *analysis, uint32_t header, uint32_t block) {
    uint32_t work[MAX_LOOKED], nwork = 0;
    work[nwork++] = block;
    for (uint32_t head = 0; head < nwork; head++) {
        const struct vt_block *at = &analysis->function->blocks[work[head]];
        for (uint32_t i = 0; i < at->nsuccessors; i++) {
            uint32_t to = at->successors[i];
            bool known = !is_inside(analysis, header, to);
            if (to == header)
                return true;
            for (uint32_t k = 0; k < nwork && !known; k++)
                known = work[k] == to;
            if (!known && nwork == MAX_LOOKED)
                return true;
            if (!known)
                work[nwork++] = to;
        }
    }
    return false;
}

/* True if VALUE is the counter of HEADER's loop, or that and a number: into *PHI. */
static bool is_counter(const struct vt_analysis *analysis, uint32_t value, uint32_t header,
                       uint32_t *phi) {
    *phi = vt_plain_value(analysis, value);
    const struct vt_inst *inst = vt_inst_at(analysis, *phi);
    if (inst->op == VT_OP_BINARY && (inst->sub == VT_ADD || inst->sub == VT_SUB) &&
        vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT)
        *phi = vt_plain_value(analysis, inst->args[0]);
    inst = vt_inst_at(analysis, *phi);
    return inst->op == VT_OP_PHI && inst->block == header && !inst->pointer;
}

/* What PHI of HEADER is when the loop begins, or VT_NONE. */
static uint32_t first_of(const struct vt_analysis *analysis, uint32_t header, uint32_t phi) {
    const struct vt_block *block = &analysis->function->blocks[header];
    uint32_t first = VT_NONE;
    for (uint32_t i = 0; i < block->npredecessors; i++)
        if (!is_inside(analysis, header, block->predecessors[i]))
            first = vt_inst_at(analysis, phi)->args[i];
    return first;
}

/* What BLOCK holds a counter of HEADER's loop against before it goes on or leaves: how many rounds
 * there are. VT_NONE if it does not. */
static uint32_t rounds_at(const struct vt_analysis *analysis, uint32_t header, uint32_t block) {
    const struct vt_block *at = &analysis->function->blocks[block];
    const struct vt_inst *end = vt_inst_at(analysis, at->first + at->count - 1);
    uint32_t phi, other;
    if (end->op != VT_OP_BRANCH || end->nargs != 1)
        return VT_NONE;
    const struct vt_inst *test = vt_inst_at(analysis, end->args[0]);
    if (test->op != VT_OP_COMPARE)
        return VT_NONE;
    for (unsigned side = 0; side < 2; side++) {
        uint32_t bound = test->args[!side];
        const struct vt_inst *number = vt_inst_at(analysis, bound);
        if (!is_counter(analysis, test->args[side], header, &phi) ||
            is_counter(analysis, bound, header, &other))
            continue;
        bool is_down = number->op == VT_OP_INT && number->imm == 0;
        return is_down ? first_of(analysis, header, phi) : bound;
    }
    return VT_NONE;
}

static uint32_t rounds_of(const struct vt_analysis *analysis, uint32_t header) {
    const struct vt_block *block = &analysis->function->blocks[header];
    uint32_t rounds = rounds_at(analysis, header, header);
    for (uint32_t i = 0; i < block->npredecessors && rounds == VT_NONE; i++)
        if (is_inside(analysis, header, block->predecessors[i]))
            rounds = rounds_at(analysis, header, block->predecessors[i]);
    return rounds;
}

/* ---- The pair ---------------------------------------------------------------------------- */

/* What a function makes of a table and a number is taken for an element of it (operator[]). */
uint32_t vt_byte_loop(const struct vt_analysis *analysis, uint32_t load) {
    const struct vt_inst *inst = vt_inst_at(analysis, load);
    if (inst->op != VT_OP_LOAD || inst->bits != 8)
        return VT_NONE;
    const struct vt_inst *pointer = vt_inst_at(analysis, inst->args[0]);
    bool is_element = pointer->op == VT_OP_CALL && pointer->symbol != VT_NONE && pointer->pointer &&
                      pointer->nargs == 2 && !vt_inst_at(analysis, pointer->args[1])->pointer;
    if (is_element || (pointer->op == VT_OP_GEP && pointer->nargs == 2 && pointer->strides[0] == 1))
        pointer = vt_inst_at(analysis, vt_plain_value(analysis, pointer->args[1]));
    if (pointer->op == VT_OP_BINARY && (pointer->sub == VT_ADD || pointer->sub == VT_SUB)) {
        const struct vt_inst *by = vt_inst_at(analysis, vt_plain_value(analysis, pointer->args[1]));
        pointer = by->op == VT_OP_PHI
                      ? by
                      : vt_inst_at(analysis, vt_plain_value(analysis, pointer->args[0]));
    }
    return pointer->op == VT_OP_PHI && analysis->cfg->loops[pointer->block] ? pointer->block
                                                                            : VT_NONE;
}

/* VALUE before it was xored with constants, or they were added. */
static uint32_t unmasked(const struct vt_analysis *analysis, uint32_t value) {
    for (unsigned n = 0; n < MAX_MASKS; n++) {
        value = vt_plain_value(analysis, value);
        const struct vt_inst *inst = vt_inst_at(analysis, value);
        if (inst->op != VT_OP_BINARY ||
            (inst->sub != VT_XOR && inst->sub != VT_ADD && inst->sub != VT_SUB) ||
            vt_inst_at(analysis, inst->args[1])->op != VT_OP_INT)
            break;
        value = inst->args[0];
    }
    return value;
}

static bool is_pair(const struct vt_analysis *analysis, uint32_t value, struct vt_pair *pair) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    bool differs = inst->op == VT_OP_BINARY && (inst->sub == VT_XOR || inst->sub == VT_SUB);
    bool compares = inst->op == VT_OP_COMPARE && (inst->sub == VT_EQ || inst->sub == VT_NE);
    if (!differs && !compares)
        return false;
    *pair = (struct vt_pair){.inst = value,
                             .left = vt_plain_value(analysis, inst->args[0]),
                             .right = vt_plain_value(analysis, inst->args[1])};
    pair->header = vt_byte_loop(analysis, unmasked(analysis, pair->left));
    return pair->header != VT_NONE &&
           vt_byte_loop(analysis, unmasked(analysis, pair->right)) == pair->header &&
           is_inside(analysis, pair->header, inst->block);
}

/* True if the block of PAIR goes one way if its bytes are equal: *EQUAL is that arm. */
static bool is_decided(const struct vt_analysis *analysis, const struct vt_pair *pair,
                       uint32_t *equal) {
    const struct vt_block *block =
        &analysis->function->blocks[vt_inst_at(analysis, pair->inst)->block];
    const struct vt_inst *end = vt_inst_at(analysis, block->first + block->count - 1);
    if (end->op != VT_OP_BRANCH || end->nargs != 1)
        return false;
    const struct vt_inst *test = vt_inst_at(analysis, end->args[0]);
    bool direct = end->args[0] == pair->inst;
    if (test->op != VT_OP_COMPARE ||
        (!direct && (vt_plain_value(analysis, test->args[0]) != pair->inst ||
                     vt_inst_at(analysis, test->args[1])->op != VT_OP_INT)))
        return false;
    *equal = test->sub == VT_EQ ? 0 : 1;
    return test->sub == VT_EQ || test->sub == VT_NE;
}

/* True if INST joins what each round finds, the value of PAIR, to what was found before; then
 * *FIRST is what that is before the first round. */
static bool joins(const struct vt_analysis *analysis, uint32_t inst, const struct vt_pair *pair,
                  uint32_t *first) {
    const struct vt_inst *join = vt_inst_at(analysis, inst);
    if (join->op != VT_OP_BINARY)
        return false;
    for (unsigned side = 0; side < 2; side++) {
        uint32_t before = vt_plain_value(analysis, join->args[!side]);
        const struct vt_inst *phi = vt_inst_at(analysis, before);
        bool comes_back = false;
        if (vt_plain_value(analysis, join->args[side]) != pair->inst || phi->op != VT_OP_PHI ||
            phi->block != pair->header)
            continue;
        for (uint32_t a = 0; a < phi->nargs; a++)
            comes_back |= vt_plain_value(analysis, phi->args[a]) == inst;
        *first = first_of(analysis, pair->header, before);
        return comes_back && *first != VT_NONE;
    }
    return false;
}

/* Which bytes decide if what PAIR finds is joined by operation JOIN to what was found before, which
 * was FIRST in the beginning. */
static const char *deciding_joined(const struct vt_analysis *analysis, const struct vt_pair *pair,
                                   unsigned join, uint32_t first) {
    const struct vt_inst *inst = vt_inst_at(analysis, pair->inst);
    const struct vt_inst *start = vt_inst_at(analysis, vt_plain_value(analysis, first));
    bool is_zero = start->op == VT_OP_INT && start->imm == 0;
    if (inst->op == VT_OP_COMPARE && inst->sub == VT_EQ)
        return join == VT_OR ? "any" : "";
    if (join == VT_AND)
        return is_zero ? "none" : "any";
    if (join == VT_MUL)
        return "any";
    if (inst->op == VT_OP_BINARY && (join == VT_XOR || (join == VT_ADD && inst->sub == VT_SUB)))
        return is_zero ? "sum" : "";
    return "";
}

/* Which bytes decide, as the event's value: "any" if the loop is over at the first that are equal,
 * and goes on if they are not, or one that is equal makes up for others; "last" if each round
 * forgets what the one before found; "none" if no round finds anything; "sum" if differences make
 * up for each other. */
static const char *deciding(const struct vt_analysis *analysis, const struct vt_pair *pair) {
    const struct vt_block *header = &analysis->function->blocks[pair->header];
    const struct vt_block *block =
        &analysis->function->blocks[vt_inst_at(analysis, pair->inst)->block];
    uint32_t equal, first;
    if (is_decided(analysis, pair, &equal)) {
        bool goes_on = vt_comes_round(analysis, pair->header, block->successors[!equal]);
        uint32_t to = block->successors[equal];
        bool is_over = to != pair->header && (!is_inside(analysis, pair->header, to) ||
                                              !vt_comes_round(analysis, pair->header, to));
        return goes_on && is_over ? "any" : "";
    }
    for (uint32_t i = header->first; i < header->first + header->count; i++) {
        const struct vt_inst *phi = vt_inst_at(analysis, i);
        for (uint32_t a = 0; phi->op == VT_OP_PHI && a < phi->nargs; a++)
            if (vt_plain_value(analysis, phi->args[a]) == pair->inst)
                return "last";
    }
    for (uint32_t i = block->first; i < block->first + block->count; i++)
        if (joins(analysis, i, pair, &first))
            return deciding_joined(analysis, pair, vt_inst_at(analysis, i)->sub, first);
    return "";
}

/* ---- The event --------------------------------------------------------------------------- */

void vt_pair_add(struct vt_analysis *analysis, const struct vt_pair *pair, const char *decides,
                 uint32_t length) {
    struct vt_strings *strings = analysis->shared->unit->strings;
    const struct vt_inst *inst = vt_inst_at(analysis, pair->inst);
    struct vt_event event = {
        .fact = VT_FACT_EFFECT,
        .repeats = true,
        .class_name = vt_intern(strings, "compare.bytes"),
        .value = vt_intern(strings, decides),
        .location = inst->location,
        .guards = VT_NONE,
    };
    uint32_t number =
        vt_add_event(analysis, &event, pair->header == VT_NONE ? inst->block : pair->header);
    uint32_t values[] = {pair->left, pair->right, length};
    enum vt_role roles[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT, VT_ROLE_LENGTH};
    for (unsigned i = 0; i < 3; i++)
        if (values[i] != VT_NONE)
            vt_event_gets(analysis, number, roles[i], pair->inst, values[i]);
    analysis->pairs = vt_grow(analysis->arena, analysis->pairs, analysis->npairs,
                              &analysis->pairs_capacity, sizeof *analysis->pairs);
    analysis->pairs[analysis->npairs++] = *pair;
}

/* ---- What the loop leaves ---------------------------------------------------------------- */

/* True if INST tells how far the loop of HEADER got: a counter, a pointer, the byte under one. */
static bool is_left_by(const struct vt_analysis *analysis, const struct vt_inst *inst,
                       uint32_t header) {
    if (inst->op == VT_OP_LOAD && inst->bits == 8)
        inst = vt_inst_at(analysis, inst->args[0]);
    return inst->op == VT_OP_PHI && inst->block == header;
}

void vt_alike_decide(struct vt_analysis *analysis, uint32_t value, uint32_t at, uint32_t node) {
    const struct vt_inst *inst = vt_inst_at(analysis, vt_plain_value(analysis, value));
    uint32_t block = vt_inst_at(analysis, at)->block, tags = VT_TAG_COMPARED | VT_TAG_DECIDED;
    for (uint32_t i = 0; i < analysis->npairs; i++) {
        const struct vt_pair *pair = &analysis->pairs[i];
        if (!is_left_by(analysis, inst, pair->header) ||
            !is_inside(analysis, pair->header, block) ||
            vt_comes_round(analysis, pair->header, block))
            continue;
        vt_use_value(analysis, at, node, pair->left, tags);
        vt_use_value(analysis, at, node, pair->right, tags);
    }
}

/* ---- All --------------------------------------------------------------------------------- */

/* True if INST compares the letters of a text that is recognised one by one (letters.c). */
static bool is_known(const struct vt_analysis *analysis, uint32_t inst) {
    for (uint32_t i = 0; i < analysis->npairs; i++)
        if (analysis->pairs[i].inst == inst)
            return true;
    return false;
}

void vt_alike_find(struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        struct vt_pair pair;
        for (uint32_t i = block->first; i < block->first + block->count; i++) {
            if (is_pair(analysis, i, &pair) && !is_known(analysis, i))
                vt_pair_add(analysis, &pair, deciding(analysis, &pair),
                            rounds_of(analysis, pair.header));
        }
    }
}
