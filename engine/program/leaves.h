/* What a value may be, looked for within its function alone: cheaper than a trace, and it tells by
 * which bytes. For guard.c's neighbours obligation.c and trigger.c only. */
#ifndef VT_ENGINE_PROGRAM_LEAVES_H
#define VT_ENGINE_PROGRAM_LEAVES_H

#include "engine/program/program_impl.h"

/* Tags of values that no longer are what was there before. */
#define VT_LEAVES_STOP (VT_TAG_DECIDED | VT_TAG_ASSUMED | VT_TAG_FIELD | VT_TAG_INDEX)

enum { VT_MAX_LEAVES = 32, VT_MAX_LEAF_STATES = 128 };

struct vt_leaf {
    enum { VT_LEAF_EVENT, VT_LEAF_CALL, VT_LEAF_NUMBER, VT_LEAF_OTHER } kind;
    uint32_t ref; /* EVENT: of the function; CALL: of the program */
    int64_t number;
    uint32_t tags;
    uint32_t node;       /* of the program, where the search ended */
    struct vt_path path; /* what of it */
};

struct vt_leaf_state {
    uint32_t node, tags;
    struct vt_path path;
};

struct vt_leaves {
    const struct vt_program *program;
    unsigned nstates, count;
    bool cut; /* there are more */
    struct vt_leaf_state states[VT_MAX_LEAF_STATES];
    struct vt_leaf items[VT_MAX_LEAVES];
};

/* What flows into the nodes of FUNCTION that are like NODE; a value, or with BENEATH all that lies
 * beneath it. LEAVES->program is set. */
void vt_leaves_find(struct vt_leaves *leaves, uint32_t function, struct vt_node node, bool beneath);

#endif
