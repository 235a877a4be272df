/* Block ciphers of the program's own, by what their rounds do, whatever their constants are:
 *
 *     for (i = 0; i < 32; i++) {
 *         sum += delta;
 *         a += (b << 4) + key[0] ^ b + sum ^ (b >> 5) + key[1];     // each half by the other
 *         b += (a << 4) + key[2] ^ a + sum ^ (a >> 5) + key[3];
 *     }
 *
 *     for (i = 0; i < 16; i++) {
 *         t = right;                                                // they change places
 *         right = left ^ mix(right, key[i]);
 *         left = t;
 *     }
 *
 *     for (i = 0; i < n; i++)
 *         z = word[i] += (z >> 5 ^ y << 2) + (sum ^ key[i & 3]);     // each word by the last
 *
 * requires: cfg, transfer.  gives: an event for each, as scramble.c does.  Left out: what chooses
 * from tables by the data, as the ciphers do that have names, and tell by their tables which; and
 * hashes, which have more than two halves, and add what they began with.
 */
#include "engine/idioms/idioms.h"

enum { MAX_DEPTH = 9, MAX_SPINE = 4, LEAST_BITS = 16 };

/* What stands in a term. */
struct term {
    uint32_t wanted[2]; /* values that are looked for */
    bool has_wanted, left, right, hard, chooses;
};

static bool is_wanted(const struct term *term, uint32_t value) {
    return value == term->wanted[0] || value == term->wanted[1];
}

/* Adds to TERM what stands in VALUE. */
static void read_term(const struct vt_analysis *analysis, uint32_t value, struct term *term,
                      unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (is_wanted(term, value)) {
        term->has_wanted = true;
        return;
    }
    if (depth == MAX_DEPTH)
        return;
    if (inst->op == VT_OP_LOAD) { /* only whether the data choose what is loaded */
        struct term index = {.wanted = {term->wanted[0], term->wanted[1]}};
        const struct vt_inst *pointer = vt_inst_at(analysis, inst->args[0]);
        for (uint32_t i = 1; pointer->op == VT_OP_GEP && i < pointer->nargs; i++)
            read_term(analysis, pointer->args[i], &index, depth + 1);
        term->chooses |= index.has_wanted;
        return;
    }
    if (inst->op != VT_OP_BINARY && inst->op != VT_OP_CAST && inst->op != VT_OP_CALL)
        return;
    term->left |= inst->op == VT_OP_BINARY && inst->sub == VT_SHL;
    term->right |= inst->op == VT_OP_BINARY && (inst->sub == VT_LSHR || inst->sub == VT_ASHR);
    term->hard |= inst->op == VT_OP_CALL || (inst->op == VT_OP_BINARY && inst->sub == VT_MUL);
    for (uint32_t i = 0; i < inst->nargs; i++)
        if (inst->args[i] != VT_NONE)
            read_term(analysis, inst->args[i], term, depth + 1);
}

/* What VALUE is without casts and without the mask that holds it to 16 or 32 bits. */
static uint32_t strip(const struct vt_analysis *analysis, uint32_t value) {
    for (;;) {
        value = vt_plain_value(analysis, value);
        const struct vt_inst *inst = vt_inst_at(analysis, value);
        if (inst->op != VT_OP_BINARY || inst->sub != VT_AND)
            return value;
        const struct vt_inst *mask = vt_inst_at(analysis, inst->args[1]);
        if (mask->op != VT_OP_INT || (mask->imm != 0xffff && mask->imm != 0xffffffff))
            return value;
        value = inst->args[0];
    }
}

/* True if VALUE is WORD, with terms added to it or xored; they are read into TERM. */
static bool is_changed(const struct vt_analysis *analysis, uint32_t value, uint32_t word,
                       struct term *term, unsigned depth) {
    value = strip(analysis, value);
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (value == word)
        return depth > 0;
    if (depth == MAX_SPINE || inst->op != VT_OP_BINARY ||
        (inst->sub != VT_ADD && inst->sub != VT_SUB && inst->sub != VT_XOR))
        return false;
    for (unsigned side = 0; side < 2; side++) {
        if (!is_changed(analysis, inst->args[side], word, term, depth + 1))
            continue;
        read_term(analysis, inst->args[!side], term, 0);
        return true;
    }
    return false;
}

static bool is_round(const struct term *term) {
    return term->has_wanted && !term->chooses && (term->hard || (term->left && term->right));
}

/* True if VALUE is WORD, changed by OTHER or by what becomes of that. */
static bool is_mixed(const struct vt_analysis *analysis, uint32_t value, uint32_t word,
                     uint32_t other, uint32_t others_next) {
    struct term term = {.wanted = {other, others_next}};
    return is_changed(analysis, value, word, &term, 0) && is_round(&term);
}

/* ---- Halves ------------------------------------------------------------------------------ */

/* A word that a loop changes, and that is read from memory before it. */
struct half {
    uint32_t phi, next, load;
};

/* True if INST may do no more than turn the bytes of a word round. */
static bool is_turned(const struct vt_inst *inst) {
    return (inst->op == VT_OP_CALL || inst->op == VT_OP_ASM) && inst->nargs == 1 &&
           inst->bits >= LEAST_BITS && inst->bits <= 64;
}

/* The load that VALUE is made of, through casts and the putting together of bytes. */
static uint32_t find_load(const struct vt_analysis *analysis, uint32_t value, unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    uint32_t found = VT_NONE;
    if (inst->op == VT_OP_LOAD)
        return value;
    if (depth == MAX_DEPTH ||
        (inst->op != VT_OP_BINARY && inst->op != VT_OP_CAST && !is_turned(inst)))
        return VT_NONE;
    for (uint32_t i = 0; i < inst->nargs && found == VT_NONE; i++)
        found = find_load(analysis, inst->args[i], depth + 1);
    return found;
}

/* Finds the halves of BLOCK, at most two; gives how many there are. */
static unsigned find_halves(const struct vt_analysis *analysis, uint32_t at,
                            struct half halves[2]) {
    const struct vt_block *block = &analysis->function->blocks[at];
    unsigned count = 0;
    for (uint32_t i = block->first; i < block->first + block->count; i++) {
        const struct vt_inst *phi = vt_inst_at(analysis, i);
        if (phi->op != VT_OP_PHI)
            break;
        if (phi->nargs != 2 || block->npredecessors != 2 || phi->pointer ||
            phi->bits < LEAST_BITS || phi->bits > 64)
            continue;
        unsigned back = vt_cfg_dominates(analysis->cfg, at, block->predecessors[1]);
        uint32_t load = find_load(analysis, phi->args[!back], 0);
        if (load == VT_NONE)
            continue;
        if (count < 2)
            halves[count] = (struct half){i, phi->args[back], load};
        count++;
    }
    return count;
}

/* True if a word made of HALF, by casts and shifts alone, is stored. */
static bool is_stored(const struct vt_analysis *analysis, const struct half *half) {
    for (uint32_t i = 0; i < analysis->function->ninsts; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        if (inst->op != VT_OP_STORE)
            continue;
        uint32_t value = vt_plain_value(analysis, inst->args[1]);
        const struct vt_inst *made = vt_inst_at(analysis, value);
        if ((made->op == VT_OP_BINARY && made->sub == VT_LSHR) || is_turned(made))
            value = vt_plain_value(analysis, made->args[0]);
        if (value == half->phi || value == half->next)
            return true;
    }
    return false;
}

static bool is_pair(const struct vt_analysis *analysis, const struct half *a,
                    const struct half *b) {
    if (a->next == b->phi) /* they change places */
        return is_mixed(analysis, b->next, a->phi, b->phi, b->phi);
    return is_mixed(analysis, a->next, a->phi, b->phi, b->next) &&
           is_mixed(analysis, b->next, b->phi, a->phi, a->next);
}

/* ---- Telling ----------------------------------------------------------------------------- */

static void tell(struct vt_analysis *analysis, uint32_t at, uint32_t load) {
    uint32_t number = vt_add_told(analysis, at, VT_FACT_EFFECT, "scramble.bytes", "rounds");
    vt_event_gets(analysis, number, VT_ROLE_PAYLOAD, at, load);
}

static void look_at_halves(struct vt_analysis *analysis, uint32_t at) {
    struct half halves[2];
    if (find_halves(analysis, at, halves) != 2 || !is_stored(analysis, &halves[0]) ||
        !is_stored(analysis, &halves[1]))
        return;
    if (is_pair(analysis, &halves[0], &halves[1]) || is_pair(analysis, &halves[1], &halves[0]))
        tell(analysis, halves[0].next, halves[0].load);
}

/* Each word by what became of the last: the next value of a phi of the loop is stored where it was
 * read. */
static void look_at_chain(struct vt_analysis *analysis, uint32_t at) {
    const struct vt_inst *phi = vt_inst_at(analysis, at);
    const struct vt_block *block = &analysis->function->blocks[phi->block];
    if (phi->nargs != 2 || block->npredecessors != 2 || phi->pointer || phi->bits < LEAST_BITS ||
        phi->bits > 64)
        return;
    uint32_t next = phi->args[vt_cfg_dominates(analysis->cfg, phi->block, block->predecessors[1])];
    const struct vt_inst *made = vt_inst_at(analysis, next);
    const struct vt_block *body =
        made->op == VT_OP_BINARY ? &analysis->function->blocks[made->block] : block;
    for (uint32_t i = next + 1; made->op == VT_OP_BINARY && i < body->first + body->count; i++) {
        const struct vt_inst *store = vt_inst_at(analysis, i);
        if (store->op != VT_OP_STORE || store->args[1] != next)
            continue;
        for (uint32_t k = body->first; k < next; k++) {
            const struct vt_inst *load = vt_inst_at(analysis, k);
            struct term term = {.wanted = {at, at}};
            if (load->op == VT_OP_LOAD && load->args[0] == store->args[0] &&
                is_changed(analysis, next, k, &term, 0) && term.has_wanted && !term.chooses &&
                term.left && term.right) {
                tell(analysis, next, k);
                return;
            }
        }
    }
}

void vt_rounds_find(struct vt_analysis *analysis) {
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        uint32_t at = analysis->cfg->ordered[b];
        const struct vt_block *block = &analysis->function->blocks[at];
        if (!analysis->cfg->loops[at] || block->npredecessors != 2 ||
            vt_inst_at(analysis, block->first)->op != VT_OP_PHI)
            continue;
        look_at_halves(analysis, at);
        for (uint32_t i = block->first; vt_inst_at(analysis, i)->op == VT_OP_PHI; i++)
            look_at_chain(analysis, i);
    }
}
