/* Rewrites that stand for several. See widen.h. */
#include "engine/widen.h"

enum { CHANGE = VT_REWRITE_SHIFT | VT_REWRITE_BLUR, KEEP = ~CHANGE & 0xff };

static bool encloses(const struct vt_range *wide, const struct vt_range *narrow, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        if (wide[i].low > narrow[i].low || wide[i].high < narrow[i].high)
            return false;
    return true;
}

static bool same_change(const struct vt_rewrite *a, const struct vt_rewrite *b) {
    if ((a->flags ^ b->flags) & CHANGE)
        return false;
    return !(a->flags & VT_REWRITE_SHIFT) ||
           (a->delta == b->delta && a->clip.low == b->clip.low && a->clip.high == b->clip.high);
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
    return same_shape(wide, narrow) && same_change(wide, narrow) &&
           encloses(wide->take, narrow->take, wide->ntake) &&
           encloses(wide->put, narrow->put, wide->nput);
}

static int32_t lower(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static int32_t higher(int32_t a, int32_t b) {
    return a > b ? a : b;
}

/* The least range around both; false if a handle's field is one of two that differ. */
static bool hull(struct vt_range a, struct vt_range b, struct vt_range *result) {
    if ((vt_range_is_field(a) || vt_range_is_field(b)) && a.low != b.low)
        return false;
    *result = (struct vt_range){lower(a.low, b.low), higher(a.high, b.high)};
    return true;
}

static void join_change(const struct vt_rewrite *a, const struct vt_rewrite *b,
                        struct vt_rewrite *result) {
    bool moved = (a->flags & b->flags) & VT_REWRITE_SHIFT && a->delta == b->delta;
    bool blurred = (a->flags | b->flags) & VT_REWRITE_BLUR;
    if (same_change(a, b))
        return; /* as it stands in *A */
    result->flags &= (uint8_t)KEEP;
    result->delta = 0;
    result->clip = (struct vt_range){0, 0};
    if (!moved || blurred) {
        result->flags |= VT_REWRITE_BLUR;
        return;
    }
    result->flags |= VT_REWRITE_SHIFT;
    result->delta = a->delta;
    result->clip =
        (struct vt_range){lower(a->clip.low, b->clip.low), higher(a->clip.high, b->clip.high)};
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
