/* What lies beneath a pointer that is handed on: all of the object, and what its pointers lead to.
 *
 * requires: points.  gives: uses of memory, for a call or a copy that looks so deep.
 */
#include <string.h>

#include "engine/unit/analysis.h"

struct nested {
    struct vt_analysis *analysis;
    unsigned *nfollowed;
    struct vt_use use;
    const struct vt_place *from; /* where the pointer stands that leads here */
    int64_t extent;
    unsigned levels, nput;
    struct vt_range put[VT_DEPTH];
};

static void use_nested(const struct nested *use, const struct vt_place *place);

static const struct vt_place object_start;

/* Follows the pointer that stands AT in the object; false if that is not to be. */
static bool step_into(struct nested *use, struct vt_range at) {
    struct vt_range seen = vt_range_seen_from(use->from, at);
    if (!use->levels || use->nput == VT_DEPTH ||
        (!vt_range_is_field(seen) && seen.low >= use->extent))
        return false;
    use->levels--;
    use->put[use->nput++] = seen;
    use->extent = VT_OFFSET_HIGH;
    use->from = &object_start;
    return true;
}

static void use_target(struct nested *use, const struct vt_place *target) {
    if (++*use->nfollowed > VT_MAX_FOLLOWED)
        use->analysis->loses = true;
    else
        use_nested(use, target);
}

/* True if the pointer that stands AT in the variable of PLACE was set just before to what does not
 * lead to TARGET: what was there earlier is gone. */
static bool is_replaced(const struct nested *use, struct vt_range at,
                        const struct vt_place *target) {
    struct vt_read read = {.place = *use->from};
    read.place.offset = (int32_t)at.low;
    if (use->use.later || use->from->npath || vt_range_is_field(at) ||
        use->analysis->roots[use->from->root].kind != VT_ROOT_LOCAL)
        return false;
    uint32_t stored = vt_stored_before(use->analysis, use->use.at, &read);
    if (stored == VT_NONE)
        return false;
    const struct vt_points *points = vt_points_of(use->analysis, stored);
    for (unsigned i = 0; i < points->count; i++)
        if (vt_place_is_beside(&points->at[i], target))
            return false;
    return !points->more;
}

/* An object that leads into itself, as a list that knows its end, is not entered a third time. What
 * was moved here from another object is what that led to when VALUE was read. */
static void use_cell(void *context, struct vt_range at, const struct vt_place *target,
                     uint32_t value) {
    struct nested inner = *(const struct nested *)context;
    bool is_itself = vt_place_is_beside(target, inner.from);
    bool is_moved = target->npath && target->root != inner.from->root;
    if (is_replaced(&inner, at, target) || !step_into(&inner, at))
        return;
    if (is_itself)
        inner.levels = 0;
    inner.use.pointer = is_moved ? value : VT_NONE;
    use_target(&inner, target);
}

/* What was put behind a pointer of an object that another function made: it is not told with that
 * object, since it lies in one of this function's. */
static void use_inner(void *context, struct vt_range pointer, struct vt_range at,
                      const struct vt_place *target) {
    struct nested inner = *(const struct nested *)context;
    bool own = inner.analysis->roots[target->root].kind != VT_ROOT_FORMAL;
    if (own && step_into(&inner, pointer) && step_into(&inner, at))
        use_target(&inner, target);
}

static void use_nested(const struct nested *use, const struct vt_place *place) {
    struct vt_rewrite rewrite = vt_rewrite_out_of(place, use->extent);
    struct nested inner = *use;
    if (rewrite.nput && use->nput < VT_DEPTH)
        inner.put[inner.nput++] = rewrite.put[0];
    rewrite.nput = (uint8_t)inner.nput;
    memcpy(rewrite.put, inner.put, sizeof rewrite.put);
    inner.nput = use->nput;
    vt_memory_use(use->analysis, place->root, &use->use, &rewrite);
    inner.use.pointer = VT_NONE;
    inner.from = place;
    if (use->levels)
        vt_points_cells(use->analysis, place, use_cell, &inner);
    if (use->levels > 1)
        vt_points_inner(use->analysis, place, use_inner, &inner);
}

static void use_held(void *context, const struct vt_place *place) {
    use_nested(context, place);
}

void vt_use_beneath(struct vt_analysis *analysis, const struct vt_use *use,
                    const struct vt_place *place, int64_t extent, unsigned levels) {
    unsigned nfollowed = 0;
    struct nested nested = {.analysis = analysis,
                            .nfollowed = &nfollowed,
                            .use = *use,
                            .extent = extent,
                            .levels = levels};
    use_nested(&nested, place);
    if (use->later)
        vt_points_holders(analysis, place, use_held, &nested);
}
