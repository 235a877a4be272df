/* Rewrites that stand for several. See widen.h. */
#include "engine/unit/widen.h"

enum { CHANGE = VT_REWRITE_SHIFT | VT_REWRITE_BLUR | VT_REWRITE_EVERY, KEEP = ~CHANGE & 0xff };

static bool encloses(const struct vt_range *wide, const struct vt_range *narrow, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        if (!vt_range_covers(&wide[i], &narrow[i]))
            return false;
    return true;
}

/* The offsets that REWRITE lets through, and moves by its `delta`. */
static struct vt_range passed(const struct vt_rewrite *rewrite) {
    return rewrite->flags & VT_REWRITE_SHIFT ? rewrite->clip : VT_RANGE_ALL;
}

/* True if A and B move what they let through by the same distance, and spread it alike. */
static bool move_alike(const struct vt_rewrite *a, const struct vt_rewrite *b) {
    const uint8_t kinds = VT_REWRITE_BLUR | VT_REWRITE_EVERY;
    bool spreads = a->flags & VT_REWRITE_EVERY;
    return !((a->flags ^ b->flags) & kinds) && a->delta == b->delta &&
           (!spreads || a->step == b->step);
}

/* True if both move what they let through alike, and WIDE lets through no less. */
static bool change_covers(const struct vt_rewrite *wide, const struct vt_rewrite *narrow) {
    struct vt_range all = passed(wide), some = passed(narrow);
    return move_alike(wide, narrow) && encloses(&all, &some, 1) &&
           (!(wide->flags & VT_REWRITE_EVERY) || encloses(&wide->bound, &narrow->bound, 1));
}

static bool same_shape(const struct vt_rewrite *a, const struct vt_rewrite *b) {
    return a->ntake == b->ntake && a->nput == b->nput && !((a->flags ^ b->flags) & KEEP);
}

/* True if WIDE forgets all but a front that NARROW has as well. */
static bool covers_openly(const struct vt_rewrite *wide, const struct vt_rewrite *narrow) {
    return wide->flags == VT_REWRITE_OPEN && wide->ntake <= narrow->ntake &&
           wide->nput <= narrow->nput && encloses(wide->take, narrow->take, wide->ntake) &&
           encloses(wide->put, narrow->put, wide->nput);
}

bool vt_rewrite_covers(const struct vt_rewrite *wide, const struct vt_rewrite *narrow) {
    if (covers_openly(wide, narrow))
        return true;
    return same_shape(wide, narrow) && change_covers(wide, narrow) &&
           encloses(wide->take, narrow->take, wide->ntake) &&
           encloses(wide->put, narrow->put, wide->nput);
}

/* The least range around both; false if a handle's field is one of two that differ. */
static bool hull(struct vt_range a, struct vt_range b, struct vt_range *result) {
    if ((vt_range_is_field(a) || vt_range_is_field(b)) && a.low != b.low)
        return false;
    *result = vt_range_join(a, b);
    return true;
}

static void join_change(const struct vt_rewrite *a, const struct vt_rewrite *b,
                        struct vt_rewrite *result) {
    bool moved = move_alike(a, b) && !(a->flags & VT_REWRITE_BLUR);
    bool spreads = moved && a->flags & VT_REWRITE_EVERY;
    result->clip = vt_range_join(passed(a), passed(b));
    result->delta = moved ? a->delta : 0;
    result->flags &= (uint8_t)KEEP;
    result->flags |= moved ? 0 : VT_REWRITE_BLUR;
    if (spreads || result->delta || !vt_range_equal(result->clip, VT_RANGE_ALL))
        result->flags |= VT_REWRITE_SHIFT;
    else
        result->clip = (struct vt_range){0, 0};
    if (spreads)
        result->flags |= VT_REWRITE_EVERY;
    result->step = spreads ? a->step : 0;
    result->bound = spreads ? vt_range_join(a->bound, b->bound) : (struct vt_range){0, 0};
}

bool vt_rewrite_join(const struct vt_rewrite *a, const struct vt_rewrite *b,
                     struct vt_rewrite *result) {
    struct vt_rewrite both = *a;
    if (!same_shape(a, b))
        return false;
    for (unsigned i = 0; i < a->ntake; i++)
        if (!hull(a->take[i], b->take[i], &both.take[i]))
            return false;
    for (unsigned i = 0; i < a->nput; i++)
        if (!hull(a->put[i], b->put[i], &both.put[i]))
            return false;
    join_change(a, b, &both);
    *result = both;
    return true;
}

/* As many ranges as both A and B have in front of their others, joined. */
static uint8_t common_front(const struct vt_range *a, unsigned na, const struct vt_range *b,
                            unsigned nb, struct vt_range *result) {
    unsigned count = 0, most = na < nb ? na : nb;
    while (count < most && hull(a[count], b[count], &result[count]))
        count++;
    return (uint8_t)count;
}

struct vt_rewrite vt_rewrite_join_openly(const struct vt_rewrite *a, const struct vt_rewrite *b) {
    struct vt_rewrite both = {.flags = VT_REWRITE_OPEN};
    both.ntake = common_front(a->take, a->ntake, b->take, b->ntake, both.take);
    both.nput = common_front(a->put, a->nput, b->put, b->nput, both.put);
    return both;
}
