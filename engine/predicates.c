/* Predicates and guard lists: under which conditions calls and events happen.
 *
 * requires: cfg, transfer (calls and events are known).  gives: predicates with SUBJECT nodes,
 * guard lists, one for each block that has a call or event; the constants that are returned, tested
 * or stored in globals and fields, with their guard lists.
 */
#include <string.h>

#include "engine/analysis.h"
#include "engine/arena.h"
#include "engine/strings.h"

/* A block's list is cut at this many conditions, the nearest kept. */
enum { MAX_GUARDS = 24, MAX_DECOMPOSED = 6 };
/* With alternatives it may be a little longer. */
enum { MAX_LIST = 32, MAX_DOMINATORS = 64, MAX_CASES = 4, MAX_WAY = 8, MAX_VERDICTS = 32 };
enum { MAX_WALKED = 128 };
/* Of one function; of one predicate or store. */
enum { MAX_SETTINGS = 96, MAX_SETTINGS_OF_ONE = 12, MAX_STATES = 4 };

enum { MAX_ENDINGS = 8, MAX_WAITS = 4 };

/* A call that may turn out never to return: then who takes ARM comes no further. */
struct ending {
    uint32_t call, block;
    struct vt_cfg_arm arm;
    uint32_t predicate; /* that it did return, + 1 */
    uint8_t *escapes;   /* by block: can be reached from the arm without the call */
};

/* The left side of a predicate, and the instruction that uses it. */
struct tested {
    uint32_t value, at;
};

struct finder {
    struct vt_analysis *analysis;
    struct tested *tested; /* by predicate */
    size_t tested_capacity;
    uint32_t **predicate_of; /* by block: predicate + 1 by arm or part; made when first asked for */
    size_t predicates_capacity, guards_capacity, offsets_capacity;
    uint32_t *by_condition; /* by value: predicate + 1 */
    struct vt_guard found[MAX_LIST];
    unsigned nfound;
    uint8_t ngroups;          /* of alternatives in the list being made */
    bool is_broken[MAX_LIST]; /* by group: something of it is missing */
    unsigned nendings;
    struct ending endings[MAX_ENDINGS];
    unsigned nwaits;
    struct vt_cfg_arm waits[MAX_WAITS]; /* arms that leave loops which sleep */
    uint8_t *seen;                      /* by block: its arms are in the list being made */
    uint32_t *work, nwork;
};

static uint32_t add_predicate(struct finder *finder, struct vt_predicate predicate) {
    struct vt_analysis *analysis = finder->analysis;
    analysis->predicates = vt_grow(analysis->arena, analysis->predicates, analysis->npredicates,
                                   &finder->predicates_capacity, sizeof *analysis->predicates);
    analysis->predicates[analysis->npredicates] = predicate;
    finder->tested = vt_grow(analysis->arena, finder->tested, analysis->npredicates,
                             &finder->tested_capacity, sizeof *finder->tested);
    finder->tested[analysis->npredicates] = (struct tested){VT_NONE, VT_NONE};
    return analysis->npredicates++;
}

static void subject(struct finder *finder, uint32_t predicate, unsigned side, uint32_t value,
                    uint32_t at) {
    struct vt_analysis *analysis = finder->analysis;
    uint32_t node = vt_graph_node(analysis->graph, VT_NODE_SUBJECT, side, predicate);
    vt_use_value(analysis, at, node, value, 0);
    vt_alike_decide(analysis, value, at, node);
    vt_letters_decide(analysis, value, at, node);
    if (side == 0)
        finder->tested[predicate] = (struct tested){value, at};
}

/* What VALUE, if it was read from a variable, had been put there before in its block; or VALUE. */
static uint32_t just_stored(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *load = vt_inst_at(analysis, value);
    struct vt_read read = {.bits = load->bits};
    uint32_t stored = VT_NONE;
    if (load->op == VT_OP_LOAD && vt_variable_of(analysis, value, &read.place))
        vt_stored_last(analysis, load->block, value, &read, &stored);
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
static uint32_t predicate_of_condition(struct finder *finder, uint32_t value, uint32_t at) {
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

static void add_guard(struct finder *finder, uint32_t predicate, bool holds, struct mode mode) {
    unsigned limit = mode.either ? MAX_LIST : MAX_GUARDS;
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
static uint8_t new_group(struct finder *finder) {
    return finder->ngroups + 1 < MAX_LIST ? ++finder->ngroups : 0;
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
static void add_condition(struct finder *finder, uint32_t value, uint32_t at, bool holds,
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
static uint32_t predicate_of_case(struct finder *finder, uint32_t block, uint32_t arm,
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
static void add_arm(struct finder *finder, struct vt_cfg_arm arm, struct mode mode) {
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
static void add_dependence(struct finder *finder, uint32_t block) {
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
static void add_alternatives(struct finder *finder, uint32_t block) {
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
static void find_escapes(const struct vt_analysis *analysis, struct ending *ending,
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

static void find_endings(struct finder *finder) {
    const struct vt_analysis *analysis = finder->analysis;
    const struct vt_cfg *cfg = analysis->cfg;
    for (uint32_t c = 0; c < analysis->ncalls; c++) {
        uint32_t block = vt_inst_at(analysis, analysis->call_insts[c])->block;
        for (uint32_t a = 0; a < cfg->narms[block] && may_end(analysis, c); a++) {
            struct vt_cfg_arm arm = cfg->arms[block][a];
            if (analysis->function->blocks[arm.block].nsuccessors != 2 ||
                finder->nendings == MAX_ENDINGS)
                break;
            struct ending *ending = &finder->endings[finder->nendings++];
            *ending = (struct ending){.call = c, .block = block, .arm = arm};
            find_escapes(analysis, ending, finder->work);
        }
    }
}

static uint32_t predicate_of_return(struct finder *finder, struct ending *ending) {
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
static void add_endings(struct finder *finder, uint32_t block) {
    const struct vt_cfg *cfg = finder->analysis->cfg;
    for (unsigned i = 0; i < finder->nendings; i++) {
        struct ending *ending = &finder->endings[i];
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
static void add_waits(struct finder *finder, uint32_t block) {
    for (unsigned i = 0; i < finder->nwaits; i++)
        if (vt_cfg_arm_dominates(finder->analysis->cfg, finder->waits[i], block))
            add_arm(finder, finder->waits[i], (struct mode){true, 0});
}

/* The guards of BLOCK: its own, and the alternatives of all that dominate it. A block without
 * dependence is always reached, and so are those that dominate it. */
static void add_block(struct finder *finder, uint32_t block) {
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

static void begin_list(struct finder *finder) {
    finder->nfound = 0;
    finder->ngroups = 0;
    memset(finder->is_broken, 0, sizeof finder->is_broken);
}

/* Alternatives that are not all there tell nothing, and beside what always holds nothing new. */
static void settle_groups(struct finder *finder) {
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
static uint32_t end_list(struct finder *finder) {
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

static uint32_t guards_of_block(struct finder *finder, uint32_t *list_of, uint32_t block) {
    if (list_of[block] == 0 && finder->analysis->cfg->narms[block] == 0 && !finder->nendings &&
        !finder->nwaits)
        return VT_NONE;
    if (list_of[block] == 0) {
        begin_list(finder);
        add_block(finder, block);
        list_of[block] = end_list(finder) + 1; /* 0 for none: looked for again, and still none */
    }
    return list_of[block] - 1;
}

/* ---- Verdicts ---------------------------------------------------------------------------- */

/* One thing known of the way on which a constant comes to be returned. */
struct known {
    enum { KNOWN_EDGE, KNOWN_CONDITION } kind;
    uint32_t from, to;  /* EDGE: blocks */
    uint32_t value, at; /* CONDITION */
    bool holds;         /* CONDITION */
    uint32_t phi;       /* EDGE: the phi it leads to */
};

struct way {
    struct finder *finder;
    const struct vt_setting *sets; /* what the constant becomes; NULL: it is returned */
    const struct vt_grant *grants; /* what it grants; NULL: nothing */
    struct known known[MAX_WAY];
    unsigned count;
    unsigned nfound, limit;
    uint32_t block; /* of the RETURN, test or store */
    uint32_t location;
    size_t capacity;
    unsigned walked; /* blocks, in search of what a variable holds */
    bool cut;        /* not all ways were looked at */
};

/* From block FROM to block TO. */
static void add_edge(struct finder *finder, uint32_t from, uint32_t to) {
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

static void add_setting(struct way *way, int64_t number, uint32_t guards, uint32_t location) {
    struct vt_analysis *analysis = way->finder->analysis;
    struct vt_setting setting = *way->sets;
    setting.number = number;
    setting.guards = guards;
    setting.location = location;
    analysis->settings = vt_grow(analysis->arena, analysis->settings, analysis->nsettings,
                                 &way->capacity, sizeof *analysis->settings);
    analysis->settings[analysis->nsettings++] = setting;
}

/* A constant is stored that grants something: an event that no call has. */
static void add_grant(struct way *way, uint32_t guards, uint32_t location) {
    struct vt_analysis *analysis = way->finder->analysis;
    struct vt_event event = {
        .fact = VT_FACT_EFFECT,
        .repeats = analysis->cfg->loops[way->block],
        .class_name = vt_intern(analysis->shared->unit->strings, "access.grant"),
        .function = way->grants->name,
        .location = location,
        .guards = guards,
    };
    vt_add_event(analysis, &event, way->block);
}

/* NUMBER is returned, tested or stored, if all that WAY knows is so. */
static void add_verdict(struct way *way, int64_t number) {
    struct finder *finder = way->finder;
    struct vt_analysis *analysis = finder->analysis;
    uint32_t location = VT_NONE;
    if (way->nfound++ == way->limit) {
        way->cut = true;
        return;
    }
    if (way->grants && (number == 0) != way->grants->by_zero)
        return;
    begin_list(finder);
    for (unsigned i = way->count; i-- > 0;) {
        const struct known *known = &way->known[i];
        if (known->kind == KNOWN_EDGE)
            add_edge(finder, known->from, known->to);
        else
            add_condition(finder, known->value, known->at, known->holds, (struct mode){true, 0}, 0);
    }
    for (unsigned i = way->count; i-- > 0;) {
        const struct known *known = &way->known[i];
        if (known->kind != KNOWN_EDGE)
            continue;
        const struct vt_block *from = &analysis->function->blocks[known->from];
        if (location == VT_NONE)
            location = vt_inst_at(analysis, from->first + from->count - 1)->location;
        add_block(finder, known->from);
    }
    add_block(finder, way->block);
    if (location == VT_NONE)
        location = way->location;
    if (way->grants) {
        add_grant(way, end_list(finder), location);
        return;
    }
    if (way->sets) {
        uint32_t guards = end_list(finder);
        if (!way->sets->type || guards != VT_NONE) /* fields are filled everywhere */
            add_setting(way, number, guards, location);
        return;
    }
    analysis->verdicts = vt_grow(analysis->arena, analysis->verdicts, analysis->nverdicts,
                                 &way->capacity, sizeof *analysis->verdicts);
    analysis->verdicts[analysis->nverdicts++] =
        (struct vt_verdict){number, end_list(finder), location};
}

static void find_verdicts(struct way *way, uint32_t value, unsigned bits);

static void step(struct way *way, struct known known, uint32_t value, unsigned bits) {
    if (way->count == MAX_WAY) {
        way->cut = true;
        return;
    }
    way->known[way->count++] = known;
    find_verdicts(way, value, bits);
    way->count--;
}

static void through_phi(struct way *way, uint32_t value, const struct vt_inst *inst,
                        unsigned bits) {
    const struct vt_analysis *analysis = way->finder->analysis;
    const struct vt_block *block = &analysis->function->blocks[inst->block];
    for (unsigned i = 0; i < way->count; i++)
        if (way->known[i].kind == KNOWN_EDGE && way->known[i].phi == value)
            return; /* round a loop it is what it was */
    for (uint32_t i = 0; i < inst->nargs; i++) {
        uint32_t from = block->predecessors[i];
        bool again = false;
        for (uint32_t k = 0; k < i; k++)
            again |= block->predecessors[k] == from;
        if (!again && analysis->cfg->order[from] != VT_NONE && !analysis->cfg->ends[from])
            step(way,
                 (struct known){.kind = KNOWN_EDGE, .from = from, .to = inst->block, .phi = value},
                 inst->args[i], bits);
    }
}

static void through_variable(struct way *way, const struct vt_read *read, uint32_t block,
                             uint32_t end);

/* True if WAY came through BLOCK before in search of what a variable holds. */
static bool was_in(const struct way *way, uint32_t block) {
    for (unsigned i = 0; i < way->count; i++)
        if (way->known[i].kind == KNOWN_EDGE && way->known[i].phi == VT_NONE &&
            way->known[i].to == block)
            return true;
    return false;
}

/* True if nothing stores in the variable of READ on the ways from what dominates BLOCK to it. */
static bool is_left_alone(struct finder *finder, const struct vt_read *read, uint32_t block) {
    const struct vt_block *blocks = finder->analysis->function->blocks;
    uint32_t head = 0, value, top = finder->analysis->cfg->idom[block];
    bool alone = true;
    finder->nwork = 0;
    finder->work[finder->nwork++] = block;
    finder->seen[top] = 1;
    while (head < finder->nwork && alone) {
        const struct vt_block *at = &blocks[finder->work[head++]];
        for (uint32_t i = 0; i < at->npredecessors && alone; i++) {
            uint32_t from = at->predecessors[i];
            if (finder->seen[from])
                continue;
            finder->seen[from] = 1;
            finder->work[finder->nwork++] = from;
            uint32_t end = blocks[from].first + blocks[from].count;
            alone = head < MAX_WALKED && !vt_stored_last(finder->analysis, from, end, read, &value);
        }
    }
    for (uint32_t i = 0; i < finder->nwork; i++)
        finder->seen[finder->work[i]] = 0;
    finder->seen[top] = 0;
    return alone;
}

/* What READ holds where BLOCK begins: the ways there are known as those to a phi are. */
static void through_predecessors(struct way *way, const struct vt_read *read, uint32_t block) {
    const struct vt_analysis *analysis = way->finder->analysis;
    const struct vt_block *blocks = analysis->function->blocks, *to = &blocks[block];
    if (way->count + 2 > MAX_WAY || was_in(way, block))
        return;
    for (uint32_t i = 0; i < to->npredecessors; i++) {
        uint32_t from = to->predecessors[i];
        bool again = false;
        for (uint32_t k = 0; k < i; k++)
            again |= to->predecessors[k] == from;
        if (again || analysis->cfg->order[from] == VT_NONE || analysis->cfg->ends[from])
            continue;
        way->known[way->count++] =
            (struct known){.kind = KNOWN_EDGE, .from = from, .to = block, .phi = VT_NONE};
        through_variable(way, read, from, blocks[from].first + blocks[from].count);
        way->count--;
    }
}

/* The constants that were stored last in what READ is of, before instruction END of BLOCK: as a phi
 * would have them. Where others may have stored there, or the search gets long, there are none. */
static void through_variable(struct way *way, const struct vt_read *read, uint32_t block,
                             uint32_t end) {
    const struct vt_block *blocks = way->finder->analysis->function->blocks;
    uint32_t value;
    while (way->walked++ < MAX_WALKED) {
        if (vt_stored_last(way->finder->analysis, block, end, read, &value)) {
            if (value != VT_NONE)
                find_verdicts(way, value, read->bits);
            return;
        }
        uint32_t above = way->finder->analysis->cfg->idom[block];
        if (above == block)
            return;
        if (blocks[block].npredecessors != 1 && !is_left_alone(way->finder, read, block)) {
            through_predecessors(way, read, block);
            return;
        }
        block = above;
        end = blocks[block].first + blocks[block].count;
    }
}

/* NUMBER as it is when only BITS of it are left; a single bit is 0 or 1. */
static int64_t cut_number(int64_t number, unsigned bits) {
    if (bits == 1)
        return number & 1;
    if (bits == 0 || bits >= 64)
        return number;
    return (int64_t)((uint64_t)number << (64 - bits)) >> (64 - bits);
}

/* The constants that VALUE may be, of which BITS are returned. A comparison is 1 if it holds. */
static void find_verdicts(struct way *way, uint32_t value, unsigned bits) {
    const struct vt_inst *inst = vt_inst_at(way->finder->analysis, value);
    bool logic = inst->op == VT_OP_BINARY && inst->bits == 1 &&
                 (inst->sub == VT_AND || inst->sub == VT_OR || inst->sub == VT_XOR);
    struct vt_read read = {.bits = inst->bits};
    struct known known = {.kind = KNOWN_CONDITION, .value = value, .at = value};
    if (inst->bits && inst->bits < bits)
        bits = inst->bits;
    if (inst->op == VT_OP_INT) {
        add_verdict(way, cut_number(inst->imm, bits));
    } else if (inst->op == VT_OP_PHI) {
        through_phi(way, value, inst, bits);
    } else if (inst->op == VT_OP_CAST) {
        find_verdicts(way, inst->args[0], bits);
    } else if (inst->op == VT_OP_LOAD && !way->sets && !way->grants) {
        if (vt_variable_of(way->finder->analysis, value, &read.place))
            through_variable(way, &read, inst->block, value);
    } else if (inst->op == VT_OP_SELECT && inst->nargs == 3) {
        known.value = inst->args[0];
        known.holds = true;
        step(way, known, inst->args[1], bits);
        known.holds = false;
        step(way, known, inst->args[2], bits);
    } else if ((inst->op == VT_OP_COMPARE || logic) && way->count == MAX_WAY) {
        way->cut = true;
    } else if (inst->op == VT_OP_COMPARE || logic) {
        for (int holds = 0; holds <= 1; holds++) {
            known.holds = holds;
            way->known[way->count++] = known;
            add_verdict(way, holds);
            way->count--;
        }
    }
}

static bool makes_check(const struct vt_analysis *analysis) {
    for (uint32_t e = 0; e < analysis->nevents; e++)
        if (analysis->events[e].fact == VT_FACT_CHECK)
            return true;
    return false;
}

/* That a function which returns nothing returns at all is a verdict, where it makes a check and
 * else ends the program. */
static void verdict_of_return(struct way *way) {
    const struct vt_analysis *analysis = way->finder->analysis;
    if (analysis->cfg->narms[way->block] && makes_check(analysis))
        add_verdict(way, 0);
}

static void verdicts_of_function(struct finder *finder) {
    struct vt_analysis *analysis = finder->analysis;
    struct way way = {.finder = finder, .limit = MAX_VERDICTS};
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        way.block = analysis->cfg->ordered[b];
        const struct vt_block *block = &analysis->function->blocks[way.block];
        const struct vt_inst *inst = vt_inst_at(analysis, block->first + block->count - 1);
        way.location = inst->location;
        if (inst->op != VT_OP_RETURN || analysis->cfg->ends[way.block])
            continue;
        if (inst->nargs)
            find_verdicts(&way, inst->args[0], 64);
        else
            verdict_of_return(&way);
    }
    for (uint32_t v = 0; v < analysis->nverdicts && way.cut; v++)
        analysis->verdicts[v].guards = VT_NONE; /* others may return the same number */
}

/* ---- Settings ---------------------------------------------------------------------------- */

/* The constants that VALUE may be where instruction AT uses it, as settings like SETS. All or none.
 */
static void find_settings(struct finder *finder, const struct vt_setting *sets, uint32_t value,
                          uint32_t at, size_t *capacity) {
    struct vt_analysis *analysis = finder->analysis;
    const struct vt_inst *use = vt_inst_at(analysis, at);
    uint32_t before = analysis->nsettings;
    struct way way = {.finder = finder,
                      .sets = sets,
                      .limit = MAX_SETTINGS_OF_ONE,
                      .block = use->block,
                      .location = use->location,
                      .capacity = *capacity};
    if (before + MAX_SETTINGS_OF_ONE > MAX_SETTINGS)
        return;
    find_verdicts(&way, value, 64);
    *capacity = way.capacity;
    if (way.cut)
        analysis->nsettings = before;
}

/* True if one of several ways to VALUE makes it a constant. */
static bool is_flag(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, vt_plain_value(analysis, value));
    if (inst->op != VT_OP_PHI && inst->op != VT_OP_SELECT)
        return false;
    for (uint32_t i = inst->op == VT_OP_SELECT; i < inst->nargs; i++) {
        uint8_t op = vt_inst_at(analysis, vt_plain_value(analysis, inst->args[i]))->op;
        if (op == VT_OP_INT || op == VT_OP_COMPARE)
            return true;
    }
    return false;
}

/* Of predicates FIRST to LAST - 1. */
static void settings_of_predicates(struct finder *finder, uint32_t first, uint32_t last,
                                   size_t *capacity) {
    const struct vt_analysis *analysis = finder->analysis;
    for (uint32_t p = first; p < last; p++) {
        struct tested tested = finder->tested[p];
        struct vt_predicate predicate = analysis->predicates[p];
        struct vt_setting sets = {.predicate = p, .symbol = VT_NONE};
        if (tested.value != VT_NONE && predicate.has_number && !predicate.mask &&
            (predicate.compare == VT_EQ || predicate.compare == VT_NE) &&
            is_flag(analysis, tested.value))
            find_settings(finder, &sets, tested.value, tested.at, capacity);
    }
}

/* True if instruction STORE may put a constant somewhere. */
static bool stores_constant(const struct vt_analysis *analysis, const struct vt_inst *store) {
    if (store->op != VT_OP_STORE || store->pointer || store->bits > 64)
        return false;
    uint8_t value = vt_inst_at(analysis, vt_plain_value(analysis, store->args[1]))->op;
    return value == VT_OP_INT || value == VT_OP_COMPARE || is_flag(analysis, store->args[1]);
}

/* True if STORE is to a known place of a global: into *SETS. */
static bool sets_global(const struct vt_analysis *analysis, const struct vt_inst *store,
                        struct vt_setting *sets) {
    const struct vt_points *points = vt_points_of(analysis, store->args[0]);
    const struct vt_place *place = points->at;
    if (points->count != 1 || points->more || place->npath || place->offset < 0 ||
        analysis->roots[place->root].kind != VT_ROOT_GLOBAL)
        return false;
    *sets = (struct vt_setting){.predicate = VT_NONE,
                                .symbol = analysis->roots[place->root].symbol,
                                .offset = (uint32_t)place->offset};
    return true;
}

/* True if STORE is to a field of some object: into *SETS. */
static bool sets_field(const struct vt_analysis *analysis, const struct vt_inst *store,
                       struct vt_setting *sets) {
    const struct vt_inst *pointer = vt_inst_at(analysis, store->args[0]);
    if (pointer->op != VT_OP_GEP || pointer->type == VT_NONE || pointer->type_offset < 0)
        return false;
    *sets = (struct vt_setting){.predicate = VT_NONE,
                                .symbol = VT_NONE,
                                .type = pointer->type,
                                .offset = (uint32_t)pointer->type_offset};
    return true;
}

/* The constants that STORE, instruction AT, puts where they grant something. */
static void find_grants(struct finder *finder, const struct vt_inst *store, uint32_t at) {
    const struct vt_analysis *analysis = finder->analysis;
    if (store->op != VT_OP_STORE || store->pointer || store->bits > 64)
        return;
    struct vt_grant grant = vt_grant_of(analysis, store);
    struct way way = {.finder = finder,
                      .grants = &grant,
                      .limit = MAX_SETTINGS_OF_ONE,
                      .block = vt_inst_at(analysis, at)->block,
                      .location = store->location};
    if (grant.name != VT_NONE)
        find_verdicts(&way, store->args[1], 64);
}

static void settings_of_stores(struct finder *finder, size_t *capacity) {
    const struct vt_analysis *analysis = finder->analysis;
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        for (uint32_t i = block->first; i < block->first + block->count; i++) {
            const struct vt_inst *inst = vt_inst_at(analysis, i);
            struct vt_setting sets;
            find_grants(finder, inst, i);
            if (stores_constant(analysis, inst) &&
                (sets_global(analysis, inst, &sets) || sets_field(analysis, inst, &sets)))
                find_settings(finder, &sets, inst->args[1], i, capacity);
        }
    }
}

void vt_guards_find(struct vt_analysis *analysis) {
    struct vt_arena *arena = analysis->arena;
    uint32_t nblocks = analysis->function->nblocks;
    struct finder finder = {
        .analysis = analysis,
        .predicate_of = vt_alloc_array(arena, nblocks, sizeof(uint32_t *)),
        .by_condition = vt_alloc_array(arena, analysis->function->ninsts, sizeof(uint32_t)),
        .seen = vt_alloc(arena, nblocks),
        .work = vt_alloc_array(arena, nblocks, sizeof(uint32_t)),
    };
    uint32_t *list_of = vt_alloc_array(arena, nblocks, sizeof *list_of);

    analysis->guards.offsets = vt_grow(arena, NULL, 0, &finder.offsets_capacity, sizeof(uint32_t));
    find_endings(&finder);
    finder.nwaits = vt_waits_find(analysis, finder.waits, MAX_WAITS);
    for (uint32_t c = 0; c < analysis->ncalls; c++)
        analysis->calls[c].guards =
            guards_of_block(&finder, list_of, vt_inst_at(analysis, analysis->call_insts[c])->block);
    for (uint32_t e = 0; e < analysis->nevents; e++)
        analysis->events[e].guards = guards_of_block(&finder, list_of, analysis->event_blocks[e]);
    verdicts_of_function(&finder);
    size_t capacity = 0;
    uint32_t nasked = analysis->npredicates;
    settings_of_predicates(&finder, 0, nasked, &capacity);
    settings_of_stores(&finder, &capacity);
    for (unsigned n = 0; n < MAX_STATES && nasked < analysis->npredicates; n++) {
        uint32_t first = nasked; /* asked where a flag is set: the state before */
        nasked = analysis->npredicates;
        settings_of_predicates(&finder, first, nasked, &capacity);
    }
}
