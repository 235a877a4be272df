/* Predicates and guard lists: under which conditions calls and events happen.
 *
 * requires: cfg, transfer (calls and events are known).  gives: predicates with SUBJECT nodes,
 * guard lists, one for each block that has a call or event; and what verdicts.c gives.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"
#include "engine/unit/guards.h"

/* A block's list is cut at this many conditions, the nearest kept; with alternatives it may be a
 * little longer (VT_MAX_LIST). */
enum { MAX_GUARDS = 24, MAX_DECOMPOSED = 6, MAX_DOMINATORS = 64, MAX_CASES = 4 };

static uint32_t add_predicate(struct vt_guard_finder *finder, struct vt_predicate predicate) {
    struct vt_analysis *analysis = finder->analysis;
    analysis->predicates = vt_grow(analysis->arena, analysis->predicates, analysis->npredicates,
                                   &finder->predicates_capacity, sizeof *analysis->predicates);
    analysis->predicates[analysis->npredicates] = predicate;
    finder->tested = vt_grow(analysis->arena, finder->tested, analysis->npredicates,
                             &finder->tested_capacity, sizeof *finder->tested);
    finder->tested[analysis->npredicates] = (struct vt_guard_tested){VT_NONE, VT_NONE};
    return analysis->npredicates++;
}

static void subject(struct vt_guard_finder *finder, uint32_t predicate, unsigned side,
                    uint32_t value, uint32_t at) {
    struct vt_analysis *analysis = finder->analysis;
    uint32_t node = vt_graph_node(analysis->graph, VT_NODE_SUBJECT, side, predicate);
    vt_use_value(analysis, at, node, value, 0);
    vt_alike_decide(analysis, value, at, node);
    vt_letters_decide(analysis, value, at, node);
    if (side == 0)
        finder->tested[predicate] = (struct vt_guard_tested){value, at};
}

/* What VALUE, if it was read from a variable, had been put there before in its block; or VALUE. */
static uint32_t just_stored(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *load = vt_inst_at(analysis, value);
    struct vt_read read = {.bits = load->bits};
    uint32_t stored = VT_NONE;
    if (load->op == VT_OP_LOAD && vt_variable_of(analysis, value, &read.place))
        vt_stored_last(analysis, analysis->function->blocks[load->block].first, value, &read,
                       &stored);
    return stored == VT_NONE ? value : stored;
}

/* The bits of VALUE that a mask leaves, if it was made by one; else 0. */
static int64_t mask_of(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    if (inst->op != VT_OP_BINARY || inst->sub != VT_AND)
        return 0;
    const struct vt_inst *mask = vt_inst_at(analysis, inst->args[1]);
    return mask->op == VT_OP_INT ? mask->imm : 0;
}

/* Tells where in memory VALUE was read, if it was, as bytes of an object. */
static void set_place(const struct vt_analysis *analysis, uint32_t value,
                      struct vt_predicate *predicate) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    while (inst->op == VT_OP_CAST || mask_of(analysis, value)) {
        value = inst->args[0];
        inst = vt_inst_at(analysis, value);
    }
    if (inst->op != VT_OP_LOAD || inst->bits < 8 || inst->bits > 64)
        return;
    const struct vt_points *points = vt_points_of(analysis, inst->args[0]);
    if (points->count != 1 || points->more || points->at[0].offset == VT_ANYWHERE)
        return;
    predicate->size = (uint8_t)(inst->bits / 8);
    predicate->offset = points->at[0].offset;
}

/* What is held against a number: `x / 60 > 5` asks whether x is greater than 359. Of what a
 * division leaves only an order with numbers that are no less than 0 is taken apart, and only while
 * the number stays one. */
static uint32_t undo_division(const struct vt_analysis *analysis, uint32_t value,
                              struct vt_predicate *predicate) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    while (inst->op == VT_OP_CAST && inst->nargs == 1)
        inst = vt_inst_at(analysis, inst->args[0]);
    if (inst->op != VT_OP_BINARY || inst->sub != VT_DIV || inst->bits < 32)
        return value;
    const struct vt_inst *by = vt_inst_at(analysis, inst->args[1]);
    uint8_t compare = predicate->compare;
    bool ends = compare == VT_SGT || compare == VT_UGT || compare == VT_SLE || compare == VT_ULE;
    bool begins = compare == VT_SGE || compare == VT_UGE || compare == VT_SLT || compare == VT_ULT;
    int64_t quotient = predicate->number + ends, first;
    if ((!ends && !begins) || by->op != VT_OP_INT || by->imm < 2 || quotient < 1 ||
        __builtin_mul_overflow(quotient, by->imm, &first))
        return value;
    predicate->number = first - ends;
    return inst->args[0];
}

/* What is held against a number: `x - 5 == 0` asks whether x is 5, and `(x ^ 5) == 0` too. */
static uint32_t undo_difference(const struct vt_analysis *analysis, uint32_t value,
                                struct vt_predicate *predicate) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    bool is_equality = predicate->compare == VT_EQ || predicate->compare == VT_NE;
    if (inst->op != VT_OP_BINARY || (inst->sub != VT_SUB && inst->sub != VT_XOR) ||
        predicate->number != 0 || !is_equality)
        return value;
    const struct vt_inst *by = vt_inst_at(analysis, inst->args[1]);
    if (by->op != VT_OP_INT)
        return value;
    predicate->number = by->imm;
    return inst->args[0];
}

/* The number that INST is, if it is one constant: of floating point a whole one. */
static bool number_of(const struct vt_inst *inst, int64_t *number) {
    const double most = 9007199254740992.0; /* all whole numbers below it have a double */
    double value;
    *number = inst->op == VT_OP_INT ? inst->imm : 0;
    if (inst->op != VT_OP_FLOAT)
        return inst->op == VT_OP_INT;
    memcpy(&value, &inst->imm, sizeof value);
    if (!(value > -most && value < most))
        return false;
    *number = (int64_t)value;
    return (double)*number == value;
}

/* The predicate "value VALUE is true", used at instruction AT. */
static uint32_t predicate_of_condition(struct vt_guard_finder *finder, uint32_t value,
                                       uint32_t at) {
    const struct vt_inst *inst = vt_inst_at(finder->analysis, value);
    struct vt_predicate predicate = {.compare = VT_NE,
                                     .has_number = true,
                                     .location = vt_inst_at(finder->analysis, at)->location};
    uint32_t *known = &finder->by_condition[value];
    if (*known)
        return *known - 1;
    if (inst->op != VT_OP_COMPARE) {
        uint32_t number = add_predicate(finder, predicate);
        subject(finder, number, 0, value, at);
        *known = number + 1;
        return number;
    }
    const struct vt_inst *right = vt_inst_at(finder->analysis, inst->args[1]);
    predicate.compare = inst->sub;
    predicate.has_number = inst->sub != VT_FCMP && number_of(right, &predicate.number);
    if (predicate.has_number)
        predicate.mask = mask_of(finder->analysis, just_stored(finder->analysis, inst->args[0]));
    uint32_t left = inst->args[0];
    if (predicate.has_number) {
        left = undo_difference(finder->analysis, left, &predicate);
        left = undo_division(finder->analysis, left, &predicate);
    }
    set_place(finder->analysis, left, &predicate);
    if (inst->location != VT_NONE)
        predicate.location = inst->location;
    uint32_t number = add_predicate(finder, predicate);
    subject(finder, number, 0, left, at);
    if (!predicate.has_number)
        subject(finder, number, 1, inst->args[1], at);
    *known = number + 1;
    return number;
}

/* How what is added comes to hold: always, or as one of the alternatives `either`. */
struct mode {
    bool always;
    uint8_t either;
};

static void add_guard(struct vt_guard_finder *finder, uint32_t predicate, bool holds,
                      struct mode mode) {
    unsigned limit = mode.either ? VT_MAX_LIST : MAX_GUARDS;
    for (unsigned i = 0; i < finder->nfound; i++) {
        struct vt_guard *known = &finder->found[i];
        if (known->predicate != predicate || known->holds != holds)
            continue;
        if (mode.either && known->either && known->either != mode.either)
            continue;
        known->always |= mode.always;
        if (mode.either)
            known->either = mode.either;
        return;
    }
    if (finder->nfound < limit)
        finder->found[finder->nfound++] =
            (struct vt_guard){predicate, holds, mode.always, mode.either};
    else
        finder->is_broken[mode.either] = true;
}

/* A new group of alternatives; 0 if there are too many. */
static uint8_t new_group(struct vt_guard_finder *finder) {
    return finder->ngroups + 1 < VT_MAX_LIST ? ++finder->ngroups : 0;
}

/* The boolean that VALUE was made of by casts, or VT_NONE. */
static uint32_t boolean_in(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    while (inst->op == VT_OP_CAST) {
        value = inst->args[0];
        inst = vt_inst_at(analysis, value);
        if (inst->bits == 1)
            return value;
    }
    return VT_NONE;
}

/* True if condition INST only asks whether boolean *VALUE is *TRUTH. */
static bool asks_boolean(const struct vt_analysis *analysis, const struct vt_inst *inst, bool holds,
                         uint32_t *value, bool *truth) {
    *truth = holds;
    if (inst->op == VT_OP_CAST && inst->bits == 1) {
        *value = boolean_in(analysis, inst->args[0]);
        return *value != VT_NONE;
    }
    if (inst->op != VT_OP_COMPARE || (inst->sub != VT_EQ && inst->sub != VT_NE) ||
        vt_inst_at(analysis, inst->args[1])->op != VT_OP_INT)
        return false;
    const struct vt_inst *number = vt_inst_at(analysis, inst->args[1]);
    *value = boolean_in(analysis, inst->args[0]);
    *truth = (number->imm != 0) == ((inst->sub == VT_EQ) == holds);
    return *value != VT_NONE && (number->imm == 0 || number->imm == 1 || number->bits == 1);
}

/* Condition VALUE came out as HOLDS. `a && b` that is true tells both, false only that one of them
 * is; `||` the other way round. */
static void add_condition(struct vt_guard_finder *finder, uint32_t value, uint32_t at, bool holds,
                          struct mode mode, unsigned depth) {
    struct vt_analysis *analysis = finder->analysis;
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    const struct vt_inst *arms[2] = {NULL, NULL};
    bool select = inst->op == VT_OP_SELECT && inst->nargs == 3 && inst->bits == 1;
    bool logic = inst->op == VT_OP_BINARY && inst->bits == 1;
    uint32_t boolean;
    bool truth;

    if (select) {
        arms[0] = vt_inst_at(analysis, inst->args[1]);
        arms[1] = vt_inst_at(analysis, inst->args[2]);
    }
    bool both =
        (select && arms[1]->op == VT_OP_INT && !arms[1]->imm) || (logic && inst->sub == VT_AND);
    bool either =
        (select && arms[0]->op == VT_OP_INT && arms[0]->imm) || (logic && inst->sub == VT_OR);
    bool negated =
        logic && inst->sub == VT_XOR && vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT;
    if (depth < MAX_DECOMPOSED && negated) {
        add_condition(finder, inst->args[0], at, !holds, mode, depth + 1);
    } else if (depth < MAX_DECOMPOSED && (both || either)) {
        uint32_t second = logic || both ? inst->args[1] : inst->args[2];
        if (mode.always && both != holds)
            mode = (struct mode){false, new_group(finder)};
        add_condition(finder, inst->args[0], at, holds, mode, depth + 1);
        add_condition(finder, second, at, holds, mode, depth + 1);
    } else if (depth < MAX_DECOMPOSED && asks_boolean(analysis, inst, holds, &boolean, &truth)) {
        add_condition(finder, boolean, at, truth, mode, depth + 1);
    } else if (inst->op != VT_OP_INT && inst->op != VT_OP_UNDEF) {
        add_guard(finder, predicate_of_condition(finder, value, at), holds, mode);
    } else {
        finder->is_broken[mode.either] = true;
    }
}

/* The predicate "the value of the SWITCH at END is CASE". */
static uint32_t predicate_of_case(struct vt_guard_finder *finder, uint32_t block, uint32_t arm,
                                  uint32_t end) {
    const struct vt_block *from = &finder->analysis->function->blocks[block];
    uint32_t **known = &finder->predicate_of[block];
    if (!*known)
        *known = vt_alloc_array(finder->analysis->arena, from->nsuccessors, sizeof **known);
    if (!(*known)[arm]) {
        const struct vt_inst *inst = vt_inst_at(finder->analysis, end);
        struct vt_predicate predicate = {.compare = VT_EQ,
                                         .has_number = true,
                                         .number = from->cases[arm - 1],
                                         .location = inst->location};
        set_place(finder->analysis, inst->args[0], &predicate);
        uint32_t number = add_predicate(finder, predicate);
        subject(finder, number, 0, inst->args[0], end);
        (*known)[arm] = number + 1;
    }
    return (*known)[arm] - 1;
}

/* ARM is taken. */
static void add_arm(struct vt_guard_finder *finder, struct vt_cfg_arm arm, struct mode mode) {
    const struct vt_block *from = &finder->analysis->function->blocks[arm.block];
    uint32_t end = from->first + from->count - 1;
    const struct vt_inst *inst = vt_inst_at(finder->analysis, end);
    bool known = true;
    if (inst->nargs && inst->op == VT_OP_BRANCH) {
        add_condition(finder, inst->args[0], end, arm.arm == 0, mode, 0);
    } else if (inst->nargs && inst->op == VT_OP_SWITCH && arm.arm) {
        add_guard(finder, predicate_of_case(finder, arm.block, arm.arm, end), true, mode);
    } else if (inst->nargs && inst->op == VT_OP_SWITCH && from->nsuccessors <= 1 + MAX_CASES) {
        for (uint32_t i = 1; i < from->nsuccessors; i++)
            add_guard(finder, predicate_of_case(finder, arm.block, i, end), false, mode);
    } else {
        known = false;
    }
    finder->is_broken[mode.either] |= !known;
}

/* All that BLOCK depends on, nearest first. */
static void add_dependence(struct vt_guard_finder *finder, uint32_t block) {
    const struct vt_cfg *cfg = finder->analysis->cfg;
    uint32_t head = 0;
    finder->nwork = 0;
    finder->work[finder->nwork++] = block;
    finder->seen[block] = 1;
    while (head < finder->nwork && finder->nfound < MAX_GUARDS) {
        uint32_t at = finder->work[head++];
        for (uint32_t a = 0; a < cfg->narms[at]; a++) {
            struct vt_cfg_arm arm = cfg->arms[at][a];
            add_arm(finder, arm, (struct mode){vt_cfg_arm_dominates(cfg, arm, block), 0});
            if (!finder->seen[arm.block]) {
                finder->seen[arm.block] = 1;
                finder->work[finder->nwork++] = arm.block;
            }
        }
    }
    for (uint32_t i = 0; i < finder->nwork; i++)
        finder->seen[finder->work[i]] = 0;
}

/* Who comes to BLOCK the first time has taken one of the arms it depends on, but for its own
 * loop's; where they are several, they are alternatives. */
static void add_alternatives(struct vt_guard_finder *finder, uint32_t block) {
    const struct vt_cfg *cfg = finder->analysis->cfg;
    uint32_t count = 0;
    for (uint32_t a = 0; a < cfg->narms[block]; a++)
        count += !vt_cfg_dominates(cfg, block, cfg->arms[block][a].block);
    if (count < 2 || cfg->narms[block] >= VT_CFG_MAX_ARMS)
        return;
    struct mode mode = {false, new_group(finder)};
    for (uint32_t a = 0; a < cfg->narms[block] && mode.either; a++)
        if (!vt_cfg_dominates(cfg, block, cfg->arms[block][a].block))
            add_arm(finder, cfg->arms[block][a], mode);
}

static bool same_arms(const struct vt_cfg *cfg, uint32_t a, uint32_t b) {
    return cfg->narms[a] == cfg->narms[b] &&
           memcmp(cfg->arms[a], cfg->arms[b], cfg->narms[a] * sizeof **cfg->arms) == 0;
}

/* ---- Calls that may not return --------------------------------------------------------------- */

/* True of a call of somebody unknown, of whom nothing is wanted back; `die("bad")` looks so. */
static bool may_end(const struct vt_analysis *analysis, uint32_t call) {
    const struct vt_inst *inst = vt_inst_at(analysis, analysis->call_insts[call]);
    const struct vt_block *block = &analysis->function->blocks[inst->block];
    uint32_t symbol = inst->symbol;
    if (symbol == VT_NONE || inst->bits || inst->noreturn || analysis->calls[call].is_callback ||
        analysis->shared->rows[symbol] || analysis->ir->symbols[symbol].is_defined)
        return false;
    for (uint32_t i = analysis->call_insts[call] + 1; i < block->first + block->count; i++)
        if (vt_inst_at(analysis, i)->op == VT_OP_CALL)
            return false;
    return true;
}

/* Marks the blocks that ENDING's arm leads to without its call. */
static void find_escapes(const struct vt_analysis *analysis, struct vt_guard_ending *ending,
                         uint32_t *work) {
    const struct vt_block *blocks = analysis->function->blocks;
    uint32_t nwork = 0, to = blocks[ending->arm.block].successors[ending->arm.arm];
    ending->escapes = vt_alloc(analysis->arena, analysis->function->nblocks);
    ending->escapes[to] = 1;
    work[nwork++] = to;
    while (nwork) {
        uint32_t at = work[--nwork];
        for (uint32_t i = 0; i < blocks[at].nsuccessors && at != ending->block; i++) {
            uint32_t next = blocks[at].successors[i];
            if (!ending->escapes[next])
                work[nwork++] = next;
            ending->escapes[next] = 1;
        }
    }
}

static void find_endings(struct vt_guard_finder *finder) {
    const struct vt_analysis *analysis = finder->analysis;
    const struct vt_cfg *cfg = analysis->cfg;
    for (uint32_t c = 0; c < analysis->ncalls; c++) {
        uint32_t block = vt_inst_at(analysis, analysis->call_insts[c])->block;
        for (uint32_t a = 0; a < cfg->narms[block] && may_end(analysis, c); a++) {
            struct vt_cfg_arm arm = cfg->arms[block][a];
            if (analysis->function->blocks[arm.block].nsuccessors != 2 ||
                finder->nendings == VT_MAX_ENDINGS)
                break;
            struct vt_guard_ending *ending = &finder->endings[finder->nendings++];
            *ending = (struct vt_guard_ending){.call = c, .block = block, .arm = arm};
            find_escapes(analysis, ending, finder->work);
        }
    }
}

static uint32_t predicate_of_return(struct vt_guard_finder *finder,
                                    struct vt_guard_ending *ending) {
    struct vt_analysis *analysis = finder->analysis;
    if (!ending->predicate) {
        uint32_t location = analysis->calls[ending->call].location;
        uint32_t number = add_predicate(
            finder,
            (struct vt_predicate){.compare = VT_FCMP, .has_number = true, .location = location});
        vt_graph_edge(analysis->graph,
                      vt_graph_node(analysis->graph, VT_NODE_RESULT, 0, ending->call),
                      vt_graph_node(analysis->graph, VT_NODE_SUBJECT, 0, number),
                      &vt_rewrite_identity, 0, location);
        ending->predicate = number + 1;
    }
    return ending->predicate - 1;
}

/* Who comes to BLOCK did not take the arm that leads to a call, or the call returned. */
static void add_endings(struct vt_guard_finder *finder, uint32_t block) {
    const struct vt_cfg *cfg = finder->analysis->cfg;
    for (unsigned i = 0; i < finder->nendings; i++) {
        struct vt_guard_ending *ending = &finder->endings[i];
        if (ending->escapes[block] || !vt_cfg_dominates(cfg, ending->arm.block, block) ||
            ending->arm.block == block)
            continue;
        struct mode mode = {false, new_group(finder)};
        if (!mode.either)
            return;
        add_arm(finder, (struct vt_cfg_arm){ending->arm.block, !ending->arm.arm}, mode);
        add_guard(finder, predicate_of_return(finder, ending), true, mode);
    }
}

/* Who comes to BLOCK from a loop that waits has seen what it waits for. */
static void add_waits(struct vt_guard_finder *finder, uint32_t block) {
    for (unsigned i = 0; i < finder->nwaits; i++)
        if (vt_cfg_arm_dominates(finder->analysis->cfg, finder->waits[i], block))
            add_arm(finder, finder->waits[i], (struct mode){true, 0});
}

/* The guards of BLOCK: its own, and the alternatives of all that dominate it. A block without
 * dependence is always reached, and so are those that dominate it. */
void vt_guards_add_block(struct vt_guard_finder *finder, uint32_t block) {
    const struct vt_cfg *cfg = finder->analysis->cfg;
    uint32_t before = VT_NONE, begins = block;
    add_dependence(finder, block);
    add_waits(finder, block);
    for (unsigned n = 0; n < MAX_DOMINATORS && cfg->narms[block]; n++) {
        if (before == VT_NONE || !same_arms(cfg, block, before))
            add_alternatives(finder, block);
        before = block;
        block = cfg->idom[block];
        if (before == block)
            break;
    }
    add_endings(finder, begins);
}

void vt_guards_begin(struct vt_guard_finder *finder) {
    finder->nfound = 0;
    finder->ngroups = 0;
    memset(finder->is_broken, 0, sizeof finder->is_broken);
}

/* Alternatives that are not all there tell nothing, and beside what always holds nothing new. */
static void settle_groups(struct vt_guard_finder *finder) {
    for (unsigned i = 0; i < finder->nfound; i++)
        if (finder->found[i].always)
            finder->is_broken[finder->found[i].either] = true;
    unsigned kept = 0;
    for (unsigned i = 0; i < finder->nfound; i++) {
        struct vt_guard guard = finder->found[i];
        bool told = false;
        if (finder->is_broken[guard.either])
            guard.either = 0;
        for (unsigned k = 0; k < kept && !guard.either; k++)
            told |= finder->found[k].predicate == guard.predicate &&
                    finder->found[k].holds == guard.holds;
        if (!told)
            finder->found[kept++] = guard;
    }
    finder->nfound = kept;
}

/* The list that was found, as a list of the function; VT_NONE if it is empty. */
uint32_t vt_guards_end(struct vt_guard_finder *finder) {
    struct vt_guards *guards = &finder->analysis->guards;
    struct vt_arena *arena = finder->analysis->arena;
    settle_groups(finder);
    if (!finder->nfound)
        return VT_NONE;
    for (unsigned i = 0; i < finder->nfound; i++) {
        guards->guards = vt_grow(arena, guards->guards, guards->nguards, &finder->guards_capacity,
                                 sizeof *guards->guards);
        guards->guards[guards->nguards++] = finder->found[i];
    }
    guards->offsets = vt_grow(arena, guards->offsets, guards->nlists + 1, &finder->offsets_capacity,
                              sizeof *guards->offsets);
    guards->offsets[++guards->nlists] = guards->nguards;
    return guards->nlists - 1;
}

static uint32_t guards_of_block(struct vt_guard_finder *finder, uint32_t *list_of, uint32_t block) {
    if (list_of[block] == 0 && finder->analysis->cfg->narms[block] == 0 && !finder->nendings &&
        !finder->nwaits)
        return VT_NONE;
    if (list_of[block] == 0) {
        vt_guards_begin(finder);
        vt_guards_add_block(finder, block);
        list_of[block] =
            vt_guards_end(finder) + 1; /* 0 for none: looked for again, and still none */
    }
    return list_of[block] - 1;
}

/* ---- For verdicts.c ---------------------------------------------------------------------- */

void vt_guards_add_condition(struct vt_guard_finder *finder, uint32_t value, uint32_t at,
                             bool holds) {
    add_condition(finder, value, at, holds, (struct mode){true, 0}, 0);
}

void vt_guards_add_edge(struct vt_guard_finder *finder, uint32_t from, uint32_t to) {
    const struct vt_block *block = &finder->analysis->function->blocks[from];
    uint32_t count = 0;
    for (uint32_t i = 0; i < block->nsuccessors; i++)
        count += block->successors[i] == to;
    if (block->nsuccessors < 2 || count == block->nsuccessors)
        return;
    struct mode mode = {count == 1, count == 1 ? 0 : new_group(finder)};
    for (uint32_t i = 0; i < block->nsuccessors; i++)
        if (block->successors[i] == to && (mode.always || mode.either))
            add_arm(finder, (struct vt_cfg_arm){from, i}, mode);
}

/* ---- All --------------------------------------------------------------------------------- */

/* The guards of what stands in BLOCK, as far as it is done with what is CHOSEN. */
static uint32_t guards_of_chosen(struct vt_guard_finder *finder, const struct vt_chosen *chosen,
                                 uint32_t block) {
    const struct vt_analysis *analysis = finder->analysis;
    vt_guards_begin(finder);
    for (unsigned i = chosen->count; i-- > 0;) {
        const struct vt_way *way = &chosen->ways[i];
        const struct vt_inst *inst = vt_inst_at(analysis, way->value);
        if (inst->op == VT_OP_SELECT) {
            vt_guards_add_condition(finder, inst->args[0], way->value, way->argument == 1);
            continue;
        }
        uint32_t from = analysis->function->blocks[inst->block].predecessors[way->argument];
        vt_guards_add_edge(finder, from, inst->block);
        vt_guards_add_block(finder, from);
    }
    vt_guards_add_block(finder, block);
    return vt_guards_end(finder);
}

void vt_guards_find(struct vt_analysis *analysis) {
    struct vt_arena *arena = analysis->arena;
    uint32_t nblocks = analysis->function->nblocks;
    struct vt_guard_finder finder = {
        .analysis = analysis,
        .predicate_of = vt_alloc_array(arena, nblocks, sizeof(uint32_t *)),
        .by_condition = vt_alloc_array(arena, analysis->function->ninsts, sizeof(uint32_t)),
        .seen = vt_alloc(arena, nblocks),
        .work = vt_alloc_array(arena, nblocks, sizeof(uint32_t)),
    };
    uint32_t *list_of = vt_alloc_array(arena, nblocks, sizeof *list_of);

    analysis->guards.offsets = vt_grow(arena, NULL, 0, &finder.offsets_capacity, sizeof(uint32_t));
    find_endings(&finder);
    finder.nwaits = vt_waits_find(analysis, finder.waits, VT_MAX_WAITS);
    for (uint32_t c = 0; c < analysis->ncalls; c++) {
        const struct vt_chosen *chosen = analysis->call_chosen[c];
        uint32_t block = vt_inst_at(analysis, analysis->call_insts[c])->block;
        analysis->calls[c].guards = chosen ? guards_of_chosen(&finder, chosen, block)
                                           : guards_of_block(&finder, list_of, block);
    }
    for (uint32_t e = 0; e < analysis->nevents; e++) {
        const struct vt_chosen *chosen = analysis->event_chosen[e];
        uint32_t block = analysis->event_blocks[e];
        analysis->events[e].guards = chosen ? guards_of_chosen(&finder, chosen, block)
                                            : guards_of_block(&finder, list_of, block);
    }
    vt_verdicts_find(&finder);
}
