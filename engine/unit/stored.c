/* What was stored last in a variable whose address is taken, and which therefore stays memory.
 *
 * requires: points.  Looks at one block at a time, and trusts that whoever was not handed the
 * address does not store there.
 */
#include "engine/unit/analysis.h"

enum {
    MAX_BACK = 64, /* instructions that are looked at before a pointer is read */
    LEAST_POINTER = 32,
};

bool vt_variable_of(const struct vt_analysis *analysis, uint32_t load, struct vt_place *place) {
    const struct vt_points *points = vt_points_of(analysis, vt_inst_at(analysis, load)->args[0]);
    *place = points->at[0];
    return points->count == 1 && !points->more && !place->npath && vt_place_is_exact(place) &&
           analysis->roots[place->root].kind == VT_ROOT_LOCAL;
}

/* True if INST may store in the variable of PLACE. */
static bool may_store(const struct vt_analysis *analysis, const struct vt_inst *inst,
                      const struct vt_place *place) {
    if (inst->op != VT_OP_STORE && inst->op != VT_OP_ATOMIC && inst->op != VT_OP_CALL &&
        inst->op != VT_OP_ASM)
        return false;
    for (uint32_t a = 0; a < inst->nargs; a++) {
        const struct vt_points *points = vt_points_of(analysis, inst->args[a]);
        if (points->more)
            return true;
        for (unsigned i = 0; i < points->count; i++)
            if (points->at[i].root == place->root)
                return true;
    }
    return false;
}

uint32_t vt_stored_before(const struct vt_analysis *analysis, uint32_t at,
                          const struct vt_read *read) {
    uint32_t first = analysis->function->blocks[vt_inst_at(analysis, at)->block].first;
    uint32_t stored = VT_NONE;
    if (at - first > MAX_BACK)
        first = at - MAX_BACK;
    vt_stored_last(analysis, first, at, read, &stored);
    return stored;
}

bool vt_stored_last(const struct vt_analysis *analysis, uint32_t first, uint32_t end,
                    const struct vt_read *read, uint32_t *value) {
    for (uint32_t i = end; i-- > first;) {
        const struct vt_inst *inst = vt_inst_at(analysis, i);
        struct vt_place at;
        if (!may_store(analysis, inst, &read->place))
            continue;
        bool fits = read->bits ? inst->bits == read->bits : inst->bits >= LEAST_POINTER;
        bool whole = inst->op == VT_OP_STORE && fits && vt_variable_of(analysis, i, &at) &&
                     at.root == read->place.root && at.offset == read->place.offset;
        *value = whole ? inst->args[1] : VT_NONE;
        return true;
    }
    return false;
}
