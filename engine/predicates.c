/* Predicates and guard lists: under which conditions calls and events happen.
 *
 * requires: cfg, transfer (calls and events are known).  gives: predicates with their SUBJECT nodes,
 * guard lists, one for each block that has a call or event.
 */
#include <string.h>

#include "engine/analysis.h"
#include "engine/arena.h"

/* A block's list is cut at this many conditions, the nearest kept. */
enum { MAX_GUARDS = 24, MAX_DECOMPOSED = 6 };

struct finder {
    struct vt_analysis *analysis;
    uint32_t **predicate_of; /* by block: predicate + 1 by arm or part; made when first asked for */
    size_t predicates_capacity, guards_capacity, offsets_capacity;
    uint32_t *by_condition;  /* by value: predicate + 1 */
    struct vt_guard found[MAX_GUARDS];
    unsigned nfound;
    uint8_t *seen;           /* by block: its arms are in the list being made */
    uint32_t *work, nwork;
};

static uint32_t add_predicate(struct finder *finder, struct vt_predicate predicate)
{
    struct vt_analysis *analysis = finder->analysis;
    analysis->predicates = vt_grow(analysis->arena, analysis->predicates, analysis->npredicates,
                                   &finder->predicates_capacity, sizeof *analysis->predicates);
    analysis->predicates[analysis->npredicates] = predicate;
    return analysis->npredicates++;
}

static void subject(struct finder *finder, uint32_t predicate, unsigned side, uint32_t value,
                    uint32_t at)
{
    struct vt_analysis *analysis = finder->analysis;
    uint32_t node = vt_graph_node(analysis->graph, VT_NODE_SUBJECT, side, predicate);
    vt_use_value(analysis, at, node, value, 0);
}

/* The predicate "value VALUE is true", used at instruction AT. */
static uint32_t predicate_of_condition(struct finder *finder, uint32_t value, uint32_t at)
{
    const struct vt_inst *inst = vt_inst_at(finder->analysis, value);
    struct vt_predicate predicate = {.compare = VT_NE, .has_number = true,
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
    predicate.has_number = right->op == VT_OP_INT;
    predicate.number = predicate.has_number ? right->imm : 0;
    if (inst->location != VT_NONE)
        predicate.location = inst->location;
    uint32_t number = add_predicate(finder, predicate);
    subject(finder, number, 0, inst->args[0], at);
    if (!predicate.has_number)
        subject(finder, number, 1, inst->args[1], at);
    *known = number + 1;
    return number;
}

static void add_guard(struct finder *finder, uint32_t predicate, bool holds, bool always)
{
    for (unsigned i = 0; i < finder->nfound; i++) {
        if (finder->found[i].predicate == predicate && finder->found[i].holds == holds) {
            finder->found[i].always |= always;
            return;
        }
    }
    if (finder->nfound < MAX_GUARDS)
        finder->found[finder->nfound++] = (struct vt_guard){
            .predicate = predicate, .holds = holds, .always = always};
}

/* Condition VALUE came out as HOLDS. `a && b` that is true tells both, false only that one of them
 * is; `||` the other way round. */
static void add_condition(struct finder *finder, uint32_t value, uint32_t at, bool holds,
                          bool always, unsigned depth)
{
    struct vt_analysis *analysis = finder->analysis;
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    const struct vt_inst *arms[2] = {NULL, NULL};
    bool select = inst->op == VT_OP_SELECT && inst->nargs == 3 && inst->bits == 1;
    bool logic = inst->op == VT_OP_BINARY && inst->bits == 1;

    if (select) {
        arms[0] = vt_inst_at(analysis, inst->args[1]);
        arms[1] = vt_inst_at(analysis, inst->args[2]);
    }
    bool both = (select && arms[1]->op == VT_OP_INT && !arms[1]->imm) ||
                (logic && inst->sub == VT_AND);
    bool either = (select && arms[0]->op == VT_OP_INT && arms[0]->imm) ||
                  (logic && inst->sub == VT_OR);
    bool negated = logic && inst->sub == VT_XOR &&
                   vt_inst_at(analysis, inst->args[1])->op == VT_OP_INT;
    if (depth < MAX_DECOMPOSED && negated) {
        add_condition(finder, inst->args[0], at, !holds, always, depth + 1);
    } else if (depth < MAX_DECOMPOSED && (both || either)) {
        uint32_t second = logic || both ? inst->args[1] : inst->args[2];
        bool sure = always && (both ? holds : !holds);
        add_condition(finder, inst->args[0], at, holds, sure, depth + 1);
        add_condition(finder, second, at, holds, sure, depth + 1);
    } else if (inst->op != VT_OP_INT && inst->op != VT_OP_UNDEF) {
        add_guard(finder, predicate_of_condition(finder, value, at), holds, always);
    }
}

/* The predicate "the value of the SWITCH at END is CASE". */
static uint32_t predicate_of_case(struct finder *finder, uint32_t block, uint32_t arm, uint32_t end)
{
    const struct vt_block *from = &finder->analysis->function->blocks[block];
    uint32_t **known = &finder->predicate_of[block];
    if (!*known)
        *known = vt_alloc_array(finder->analysis->arena, from->nsuccessors, sizeof **known);
    if (!(*known)[arm]) {
        const struct vt_inst *inst = vt_inst_at(finder->analysis, end);
        uint32_t number = add_predicate(
            finder, (struct vt_predicate){.compare = VT_EQ, .has_number = true,
                                          .number = from->cases[arm - 1],
                                          .location = inst->location});
        subject(finder, number, 0, inst->args[0], end);
        (*known)[arm] = number + 1;
    }
    return (*known)[arm] - 1;
}

static void add_arm(struct finder *finder, struct vt_cfg_arm arm, uint32_t block)
{
    const struct vt_block *from = &finder->analysis->function->blocks[arm.block];
    uint32_t end = from->first + from->count - 1;
    const struct vt_inst *inst = vt_inst_at(finder->analysis, end);
    bool always = vt_cfg_arm_dominates(finder->analysis->cfg, arm, block);
    if (!inst->nargs)
        return;
    if (inst->op == VT_OP_BRANCH)
        add_condition(finder, inst->args[0], end, arm.arm == 0, always, 0);
    else if (inst->op == VT_OP_SWITCH && arm.arm)
        add_guard(finder, predicate_of_case(finder, arm.block, arm.arm, end), true, always);
}

/* All that BLOCK depends on, nearest first. */
static void find_guards(struct finder *finder, uint32_t block)
{
    const struct vt_cfg *cfg = finder->analysis->cfg;
    uint32_t head = 0;
    finder->nfound = finder->nwork = 0;
    finder->work[finder->nwork++] = block;
    finder->seen[block] = 1;
    while (head < finder->nwork && finder->nfound < MAX_GUARDS) {
        uint32_t at = finder->work[head++];
        for (uint32_t a = 0; a < cfg->narms[at]; a++) {
            struct vt_cfg_arm arm = cfg->arms[at][a];
            add_arm(finder, arm, block);
            if (!finder->seen[arm.block]) {
                finder->seen[arm.block] = 1;
                finder->work[finder->nwork++] = arm.block;
            }
        }
    }
    for (uint32_t i = 0; i < finder->nwork; i++)
        finder->seen[finder->work[i]] = 0;
}

static uint32_t guards_of_block(struct finder *finder, uint32_t *list_of, uint32_t block)
{
    struct vt_guards *guards = &finder->analysis->guards;
    struct vt_arena *arena = finder->analysis->arena;
    if (list_of[block])
        return list_of[block] - 1;
    if (list_of[block] == 0 && finder->analysis->cfg->narms[block] == 0)
        return VT_NONE;
    find_guards(finder, block);
    if (!finder->nfound)
        return VT_NONE;
    for (unsigned i = 0; i < finder->nfound; i++) {
        guards->guards = vt_grow(arena, guards->guards, guards->nguards, &finder->guards_capacity,
                                 sizeof *guards->guards);
        guards->guards[guards->nguards++] = finder->found[i];
    }
    guards->offsets = vt_grow(arena, guards->offsets, guards->nlists + 1,
                              &finder->offsets_capacity, sizeof *guards->offsets);
    guards->offsets[++guards->nlists] = guards->nguards;
    return (list_of[block] = guards->nlists) - 1;
}

void vt_guards_find(struct vt_analysis *analysis)
{
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
    for (uint32_t c = 0; c < analysis->ncalls; c++)
        analysis->calls[c].guards = guards_of_block(&finder, list_of, analysis->call_blocks[c]);
    for (uint32_t e = 0; e < analysis->nevents; e++)
        analysis->events[e].guards = guards_of_block(&finder, list_of, analysis->event_blocks[e]);
}
