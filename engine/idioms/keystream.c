/* Key streams of ciphers of the program's own, by how they are made, whatever their constants are;
 * and what is covered by other bytes.
 *
 *     x[4] = rotate(x[4] ^ (x[8] += x[12]), 12);      // ChaCha
 *     x[4] ^= rotate(x[0] + x[12], 7);                // Salsa
 *     return table[(table[i] + table[j]) & 255];      // RC4
 *     text[i] ^= stream[i];                           // covers
 *
 * requires: cfg, transfer.  gives: an origin keystream for each function that has such steps, whose
 * value is "RC4", or "ARX", by how many bits is turned, and in how many rounds if these are few; in
 * role payload what goes in. An effect scramble.cover for each byte or word (role payload) that is
 * xored with another (role key).
 */
#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"

enum { MAX_DEPTH = 6, LEAST_STEPS = 3, MOST_STEPS = 64, MOST_BITS = 64, MOST_BACK = 48 };

/* ---- Values that are written twice ------------------------------------------------------- */

/* True if A and B are reckoned alike: the same expression, read from memory anew. */
static bool is_same(const struct vt_analysis *analysis, uint32_t a, uint32_t b, unsigned depth) {
    const struct vt_inst *x = vt_inst_at(analysis, a), *y = vt_inst_at(analysis, b);
    if (a == b)
        return true;
    bool can =
        x->op == VT_OP_BINARY || x->op == VT_OP_CAST || x->op == VT_OP_LOAD || x->op == VT_OP_GEP;
    if (!can || x->op != y->op || x->sub != y->sub || x->bits != y->bits || x->imm != y->imm ||
        x->nargs != y->nargs || depth == MAX_DEPTH)
        return false;
    for (uint32_t i = 0; i < x->nargs; i++)
        if (!is_same(analysis, x->args[i], y->args[i], depth + 1))
            return false;
    return true;
}

/* VALUE, or what was stored last in its block where it is read from. */
static uint32_t as_stored(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *load = vt_inst_at(analysis, value);
    if (load->op != VT_OP_LOAD)
        return value;
    uint32_t first = analysis->function->blocks[load->block].first;
    for (uint32_t i = value, n = 0; i-- > first && n < MOST_BACK; n++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        if (inst->op == VT_OP_STORE && is_same(analysis, inst->args[0], load->args[0], 0))
            return inst->args[1];
    }
    return value;
}

/* ---- Turning ----------------------------------------------------------------------------- */

/* The number of bits that HALF, of which LEFT tells which way it goes, is a shift by. */
static bool is_shift(const struct vt_analysis *analysis, uint32_t half, uint8_t sub, unsigned *by) {
    const struct vt_inst *inst = vt_inst_at(analysis, half);
    const struct vt_inst *number =
        inst->op == VT_OP_BINARY && inst->sub == sub ? vt_inst_at(analysis, inst->args[1]) : NULL;
    if (!number || number->op != VT_OP_INT || number->imm < 1 || number->imm >= MOST_BITS)
        return false;
    *by = (unsigned)number->imm;
    return true;
}

/* True if FUNCTION returns its first parameter, turned by its second. */
static bool is_turning(const struct vt_ir_function *function) {
    bool left = false, right = false;
    if (function->nparams != 2 || function->nblocks != 1)
        return false;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->block == VT_NONE)
            continue;
        if (inst->op != VT_OP_BINARY && inst->op != VT_OP_CAST && inst->op != VT_OP_RETURN)
            return false;
        bool shifts = inst->op == VT_OP_BINARY && inst->args[0] == function->params[0];
        left |= shifts && inst->sub == VT_SHL;
        right |= shifts && inst->sub == VT_LSHR;
    }
    return left && right;
}

static bool calls_turning(const struct vt_analysis *analysis, const struct vt_inst *call) {
    const struct vt_ir *ir = analysis->ir;
    if (call->symbol == VT_NONE || call->nargs != 2)
        return false;
    uint32_t callee = vt_ir_function_of(ir, call->symbol);
    return callee != VT_NONE && is_turning(&ir->functions[callee]);
}

uint32_t vt_rotated(const struct vt_analysis *analysis, uint32_t value, unsigned *amount) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    unsigned left, right;
    bool joins = inst->op == VT_OP_BINARY &&
                 (inst->sub == VT_OR || inst->sub == VT_ADD || inst->sub == VT_XOR);
    for (unsigned side = 0; joins && side < 2; side++) {
        uint32_t a = inst->args[side], b = inst->args[!side];
        if (is_shift(analysis, a, VT_SHL, &left) && is_shift(analysis, b, VT_LSHR, &right) &&
            left + right == inst->bits &&
            is_same(analysis, vt_inst_at(analysis, a)->args[0], vt_inst_at(analysis, b)->args[0],
                    0)) {
            *amount = left;
            return vt_inst_at(analysis, a)->args[0];
        }
    }
    bool is_funnel = inst->op == VT_OP_UNKNOWN && inst->block != VT_NONE && inst->nargs == 3 &&
                     inst->args[0] == inst->args[1];
    bool is_call = inst->op == VT_OP_CALL && inst->nargs == 2 && !inst->pointer &&
                   inst->bits >= 8 && inst->bits == vt_inst_at(analysis, inst->args[0])->bits;
    if (!is_funnel && !is_call)
        return VT_NONE;
    const struct vt_inst *by = vt_inst_at(analysis, inst->args[inst->nargs - 1]);
    if (by->op != VT_OP_INT || by->imm < 1 || by->imm >= MOST_BITS ||
        (is_call && !calls_turning(analysis, inst)))
        return VT_NONE;
    *amount = (unsigned)by->imm;
    return inst->args[0];
}

/* ---- Adding, turning, xor ---------------------------------------------------------------- */

static bool is_binary(const struct vt_analysis *analysis, uint32_t value, uint8_t sub) {
    const struct vt_inst *inst = vt_inst_at(analysis, as_stored(analysis, value));
    return inst->op == VT_OP_BINARY && inst->sub == sub;
}

/* True if WORD, turned, stands in VALUE: SHA-2 xors what it turned with itself. */
static bool has_turned(const struct vt_analysis *analysis, uint32_t value, uint32_t word,
                       unsigned depth) {
    unsigned amount;
    uint32_t turned = vt_rotated(analysis, value, &amount);
    if (turned != VT_NONE && is_same(analysis, turned, word, 0))
        return true;
    const struct vt_inst *inst = vt_inst_at(analysis, as_stored(analysis, value));
    for (uint32_t i = 0; depth < 2 && is_binary(analysis, value, VT_XOR) && i < 2; i++)
        if (has_turned(analysis, inst->args[i], word, depth + 1))
            return true;
    return false;
}

/* True if VALUE is a step: a sum and another word, xored and turned (ChaCha), or a sum that is
 * turned and xored (Salsa20); by *AMOUNT. */
static bool is_step(const struct vt_analysis *analysis, uint32_t value, unsigned *amount) {
    uint32_t turned = vt_rotated(analysis, value, amount);
    uint32_t mixed = turned == VT_NONE ? value : as_stored(analysis, turned);
    const struct vt_inst *inst = vt_inst_at(analysis, mixed);
    if (inst->op != VT_OP_BINARY || inst->sub != VT_XOR)
        return false;
    for (unsigned side = 0; side < 2; side++) {
        uint32_t a = inst->args[side], b = inst->args[!side];
        if (turned != VT_NONE && is_binary(analysis, a, VT_ADD) && !is_binary(analysis, b, VT_ADD))
            return true;
        uint32_t sum =
            turned == VT_NONE ? vt_rotated(analysis, as_stored(analysis, a), amount) : VT_NONE;
        if (sum != VT_NONE && is_binary(analysis, sum, VT_ADD) && !has_turned(analysis, b, sum, 0))
            return true;
    }
    return false;
}

/* ---- RC4 --------------------------------------------------------------------------------- */

/* The table that POINTER leads to an element of, by a variable index; VT_NONE if it leads to none.
 * What a function makes of a table and a number is taken for an element (operator[]). */
static uint32_t table_of(const struct vt_analysis *analysis, uint32_t pointer, uint32_t *index) {
    const struct vt_inst *inst = vt_inst_at(analysis, pointer);
    bool is_call = inst->op == VT_OP_CALL && inst->symbol != VT_NONE && inst->pointer;
    if ((inst->op != VT_OP_GEP && !is_call) || inst->nargs != 2 ||
        vt_inst_at(analysis, inst->args[1])->pointer)
        return VT_NONE;
    *index = inst->args[1];
    return inst->args[0];
}

static bool is_of_table(const struct vt_analysis *analysis, uint32_t pointer, uint32_t table) {
    uint32_t index, other = table_of(analysis, pointer, &index);
    return other != VT_NONE && is_same(analysis, other, table, 0);
}

/* How many elements of TABLE are put together, by sums, to VALUE. */
static unsigned count_elements(const struct vt_analysis *analysis, uint32_t value, uint32_t table,
                               unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op == VT_OP_LOAD && is_of_table(analysis, inst->args[0], table))
        return 1;
    unsigned count = 0;
    bool passes = inst->op == VT_OP_CAST ||
                  (inst->op == VT_OP_BINARY && (inst->sub == VT_ADD || inst->sub == VT_AND ||
                                                inst->sub == VT_REM || inst->sub == VT_XOR));
    for (uint32_t i = 0; passes && depth < MAX_DEPTH && i < inst->nargs; i++)
        count += count_elements(analysis, inst->args[i], table, depth + 1);
    return count;
}

/* True if INST stores in an element of TABLE, or gives it to somebody who may: two are swapped. */
static bool changes(const struct vt_analysis *analysis, const struct vt_inst *inst,
                    uint32_t table) {
    if (inst->op == VT_OP_STORE)
        return is_of_table(analysis, inst->args[0], table);
    for (uint32_t i = 0; inst->op == VT_OP_CALL && i < inst->nargs; i++)
        if (is_of_table(analysis, inst->args[i], table))
            return true;
    return false;
}

/* True if LOAD reads that element of a table which two of its elements choose, and the table is
 * changed, too. */
static bool is_chosen(const struct vt_analysis *analysis, uint32_t load) {
    const struct vt_inst *inst = vt_inst_at(analysis, load);
    uint32_t index,
        table = inst->op == VT_OP_LOAD ? table_of(analysis, inst->args[0], &index) : VT_NONE;
    if (table == VT_NONE || count_elements(analysis, index, table, 0) < 2)
        return false;
    for (uint32_t i = 0; i < analysis->function->ninsts; i++)
        if (changes(analysis, vt_inst_at(analysis, i), table))
            return true;
    return false;
}

/* ---- Telling ----------------------------------------------------------------------------- */

static uint32_t tell(struct vt_analysis *analysis, uint32_t inst, const char *value) {
    return vt_add_told(analysis, inst, VT_FACT_ORIGIN, "keystream", value);
}

/* How many rounds ChaCha or Salsa20 have whose NSTEPS STEPS these are; 0 if that is not known. */
static unsigned rounds_of(const struct vt_analysis *analysis, const uint32_t *steps,
                          unsigned nsteps) {
    enum { QUARTER = 4, ROUND = 16 }; /* steps of a quarter of a round, which may be a function */
    uint32_t block = vt_inst_at(analysis, steps[0])->block;
    unsigned inside = 0;
    for (unsigned i = 0; i < nsteps; i++)
        inside += vt_inst_at(analysis, steps[i])->block == block;
    bool repeats = analysis->cfg->loops[block];
    if (nsteps == MOST_STEPS || inside < nsteps)
        return 0;
    if (inside >= ROUND)
        return inside / ROUND *
               (repeats ? vt_laps(analysis->ir, analysis->cfg, block, analysis->arena) : 1);
    return inside == QUARTER && !repeats ? vt_called_laps(analysis) / QUARTER : 0;
}

/* By which numbers of bits words are turned, as the event's value: "ARX 7 8 12 16"; and, if there
 * are fewer than in any cipher that is known, in how many rounds. */
static const char *words_of(const struct vt_analysis *analysis, const bool *amounts,
                            unsigned rounds) {
    enum { FEWEST = 8 };
    const char *words = "ARX";
    for (unsigned i = 1; i < MOST_BITS; i++)
        if (amounts[i])
            words = vt_alloc_format(analysis->arena, "%s %u", words, i);
    if (rounds && rounds < FEWEST)
        words = vt_alloc_format(analysis->arena, "%s in %u rounds", words, rounds);
    return words;
}

/* What is read to make VALUE, by sums and xor, goes to NODE. */
static void use_read(struct vt_analysis *analysis, uint32_t value, uint32_t node, unsigned depth) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    unsigned amount;
    uint32_t turned = vt_rotated(analysis, value, &amount);
    if (inst->op == VT_OP_LOAD || inst->op == VT_OP_PHI) {
        vt_use_value(analysis, value, node, value, 0);
    } else if (depth == MAX_DEPTH) {
        return;
    } else if (turned != VT_NONE) {
        use_read(analysis, turned, node, depth + 1);
    } else if (inst->op == VT_OP_BINARY) {
        use_read(analysis, inst->args[0], node, depth + 1);
        use_read(analysis, inst->args[1], node, depth + 1);
    }
}

static void look_for_steps(struct vt_analysis *analysis) {
    uint32_t steps[MOST_STEPS];
    bool amounts[MOST_BITS] = {false};
    unsigned nsteps = 0, different = 0, amount;
    for (uint32_t i = 0; i < analysis->function->ninsts && nsteps < MOST_STEPS; i++) {
        if (vt_inst_at(analysis, i)->block == VT_NONE || !is_step(analysis, i, &amount))
            continue;
        different += !amounts[amount];
        amounts[amount] = true;
        steps[nsteps++] = i;
    }
    if (nsteps < LEAST_STEPS || different < 2)
        return;
    uint32_t number =
        tell(analysis, steps[0], words_of(analysis, amounts, rounds_of(analysis, steps, nsteps)));
    uint32_t in = vt_graph_node(analysis->graph, VT_NODE_IN, VT_ROLE_PAYLOAD, number);
    for (unsigned i = 0; i < nsteps; i++) {
        if (i < LEAST_STEPS + 1) /* all take in alike */
            use_read(analysis, steps[i], in, 0);
        bool is_call = vt_inst_at(analysis, steps[i])->op == VT_OP_CALL; /* then what goes in */
        uint32_t value = is_call ? vt_inst_at(analysis, steps[i])->args[0] : steps[i];
        vt_event_brings(analysis, number, value, value);
    }
}

/* ---- Covering ---------------------------------------------------------------------------- */

static bool is_byte(const struct vt_analysis *analysis, uint32_t value) {
    return vt_inst_at(analysis, vt_plain_value(analysis, value))->bits == 8;
}

/* True if INST is a call that gets VALUE as a byte, or as a number made of one: it adds it to a
 * text, or puts it out (putc). */
static bool gets_byte(const struct vt_analysis *analysis, const struct vt_inst *inst,
                      uint32_t value) {
    const struct vt_inst *made = vt_inst_at(analysis, value);
    bool of_byte = is_byte(analysis, made->args[0]) || is_byte(analysis, made->args[1]);
    for (uint32_t i = 0; inst->op == VT_OP_CALL && i < inst->nargs; i++)
        if ((of_byte || vt_inst_at(analysis, inst->args[i])->bits == 8) &&
            vt_plain_value(analysis, inst->args[i]) == value)
            return true;
    return false;
}

/* True if VALUE, a byte or a word, is stored in its block, or added to a text there. */
static bool is_stored(const struct vt_analysis *analysis, uint32_t value, unsigned *bits) {
    const struct vt_block *block = &analysis->function->blocks[vt_inst_at(analysis, value)->block];
    for (uint32_t i = value + 1; i < block->first + block->count; i++) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        *bits = inst->bits;
        if (inst->op == VT_OP_STORE && vt_plain_value(analysis, inst->args[1]) == value)
            return true;
        *bits = 8;
        if (gets_byte(analysis, inst, value))
            return true;
    }
    return false;
}

/* True if VALUE, of BITS, may be what covers: a byte from anywhere, or a word that is a sum, as the
 * last step of such ciphers makes it. */
static bool may_cover(const struct vt_analysis *analysis, uint32_t value, unsigned bits) {
    uint8_t op = vt_inst_at(analysis, value)->op;
    bool is_sum = bits > 8 && is_binary(analysis, value, VT_ADD);
    return is_sum || (bits == 8 && (op == VT_OP_LOAD || op == VT_OP_CALL || op == VT_OP_BINARY));
}

static void look_for_cover(struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    unsigned bits;
    if (inst->op != VT_OP_BINARY || inst->sub != VT_XOR || !is_stored(analysis, value, &bits))
        return;
    for (unsigned side = 0; side < 2; side++) {
        uint32_t data = vt_plain_value(analysis, inst->args[side]);
        uint32_t key = vt_plain_value(analysis, inst->args[!side]);
        uint8_t op = vt_inst_at(analysis, data)->op;
        if ((op != VT_OP_LOAD && (op != VT_OP_CALL || !is_byte(analysis, key))) ||
            !may_cover(analysis, key, bits))
            continue;
        uint32_t number = vt_add_told(analysis, value, VT_FACT_EFFECT, "scramble.cover", NULL);
        vt_event_gets(analysis, number, VT_ROLE_PAYLOAD, value, data);
        vt_event_gets(analysis, number, VT_ROLE_KEY, value, key);
    }
}

void vt_keystream_find(struct vt_analysis *analysis) {
    look_for_steps(analysis);
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        for (uint32_t i = block->first; i < block->first + block->count; i++) {
            look_for_cover(analysis, i);
            if (is_chosen(analysis, i))
                vt_event_brings(analysis, tell(analysis, i, "RC4"), i, i);
        }
    }
}
