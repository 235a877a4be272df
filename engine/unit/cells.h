/* Pointers in memory as points.c finds them: what it shares with learn.c. */
#ifndef VT_ENGINE_UNIT_CELLS_H
#define VT_ENGINE_UNIT_CELLS_H

#include "engine/unit/analysis.h"

/* A pointer in memory: at OFFSET of the object that ROOT and PATH lead to. */
struct vt_cell {
    struct vt_place place;
    struct vt_points points;
    uint32_t value;       /* the only one that is stored there; or VT_NONE */
    struct vt_cell *next; /* of the same root */
};

struct vt_points_state {
    struct vt_points **of_value;
    uint32_t *root_of_value;
    struct vt_cell **cells; /* by root */
    struct vt_cell *handed; /* what calls store of others in objects of others: for callers alone */
    struct vt_cell *twins;  /* the same of pointers that lead to what another leads to (learn.c) */
    uint32_t *escaped;      /* by root: 1 more than the first call that saw its address, or 0 */
    size_t roots_capacity, ncells;
    bool changed;
};

/* True if the first COUNT ranges of A and B are the same. */
bool vt_path_is_same(const struct vt_range *a, const struct vt_range *b, unsigned count);

/* True if a pointer at POINTER that leads to TARGET is the head of an empty list or tree, which
 * leads to itself. */
bool vt_place_is_empty_head(const struct vt_place *pointer, const struct vt_place *target);

/* Moves the element that PLACE, of unknown offset, is by DELTA: it stays in its array. */
void vt_element_move(struct vt_place *place, int64_t delta);

/* Moves POINTS as the address computation GEP does. (elements.c) */
void vt_elements_pick(const struct vt_analysis *analysis, const struct vt_inst *gep,
                      struct vt_points *points);

#endif
