/* Guard lists in the making: what predicates.c shares with verdicts.c. */
#ifndef VT_ENGINE_UNIT_GUARDS_H
#define VT_ENGINE_UNIT_GUARDS_H

#include "engine/unit/analysis.h"

enum { VT_MAX_LIST = 32, VT_MAX_ENDINGS = 8, VT_MAX_WAITS = 4 };

/* A call that may turn out never to return: then who takes ARM comes no further. */
struct vt_guard_ending {
    uint32_t call, block;
    struct vt_cfg_arm arm;
    uint32_t predicate; /* that it did return, + 1 */
    uint8_t *escapes;   /* by block: can be reached from the arm without the call */
};

/* The left side of a predicate, and the instruction that uses it. */
struct vt_guard_tested {
    uint32_t value, at;
};

struct vt_guard_finder {
    struct vt_analysis *analysis;
    struct vt_guard_tested *tested; /* by predicate */
    size_t tested_capacity;
    uint32_t **predicate_of; /* by block: predicate + 1 by arm or part; made when first asked for */
    size_t predicates_capacity, guards_capacity, offsets_capacity;
    uint32_t *by_condition; /* by value: predicate + 1 */
    struct vt_guard found[VT_MAX_LIST];
    unsigned nfound;
    uint8_t ngroups;             /* of alternatives in the list being made */
    bool is_broken[VT_MAX_LIST]; /* by group: something of it is missing */
    unsigned nendings;
    struct vt_guard_ending endings[VT_MAX_ENDINGS];
    unsigned nwaits;
    struct vt_cfg_arm waits[VT_MAX_WAITS]; /* arms that leave loops which sleep */
    uint8_t *seen;                         /* by block: its arms are in the list being made */
    uint32_t *work, nwork;
};

/* A list begins, conditions are added, and it ends: its number among the function's, or VT_NONE if
 * it is empty. */
void vt_guards_begin(struct vt_guard_finder *finder);
uint32_t vt_guards_end(struct vt_guard_finder *finder);

/* Condition VALUE, used at instruction AT, came out as HOLDS. */
void vt_guards_add_condition(struct vt_guard_finder *finder, uint32_t value, uint32_t at,
                             bool holds);

/* The way went from block FROM to block TO. */
void vt_guards_add_edge(struct vt_guard_finder *finder, uint32_t from, uint32_t to);

/* All that BLOCK stands under. */
void vt_guards_add_block(struct vt_guard_finder *finder, uint32_t block);

/* ---- verdicts.c -------------------------------------------------------------------------- */

/* Finds the constants that the function returns, those that its predicates test and its stores
 * leave, and under which conditions; predicates are added where that asks new ones. */
void vt_verdicts_find(struct vt_guard_finder *finder);

#endif
