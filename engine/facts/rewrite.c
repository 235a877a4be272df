/* Access paths seen through rewrites. See rewrite.h.
 *
 * A path stands for a set of concrete paths: sequences of single offsets that lie in its ranges
 * (and go on in any way if it is open). Each operation here gives a superset of what it does to
 * every concrete path; that is what sound means below.
 */
#include "engine/facts/rewrite.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "engine/facts/model.h"

const struct vt_rewrite vt_rewrite_identity = {0};
const struct vt_rewrite vt_rewrite_value = {.flags = VT_REWRITE_EXACT};

/* ---- Ranges ------------------------------------------------------------------------------ */

struct vt_range vt_range_field(const char *name) {
    uint32_t hash = 2166136261u; /* FNV-1a, folded to 16 bits */
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    int32_t low = INT32_MIN + 1 + (int32_t)((hash >> 16 ^ hash) & 0xffff);
    return (struct vt_range){low, low + 1};
}

bool vt_range_is_field(struct vt_range range) {
    return range.low < VT_OFFSET_LOW;
}

bool vt_range_is_spot(struct vt_range range) {
    return (int64_t)range.high - range.low == 1;
}

bool vt_range_equal(struct vt_range a, struct vt_range b) {
    return a.low == b.low && a.high == b.high && a.step == b.step && a.phase == b.phase &&
           a.width == b.width;
}

/* How far OFFSET is behind a multiple of STEP. */
static uint32_t modulo(int64_t offset, uint32_t step) {
    int64_t rest = offset % (int64_t)step;
    return (uint32_t)(rest < 0 ? rest + step : rest);
}

struct vt_range vt_range_every(struct vt_range range, int64_t step, int64_t phase, int64_t width) {
    range.step = range.phase = range.width = 0;
    if (step > VT_MAX_STEP || width >= step)
        return range;
    range.step = (uint32_t)step & 2047;
    range.phase = modulo(phase, (uint32_t)step) & 2047;
    range.width = (width > 0 ? (uint32_t)width : 1) & 1023;
    return range;
}

/* True if some of the bytes from LOW to HIGH are among RANGE's steps. */
static bool steps_on(struct vt_range range, int64_t low, int64_t high) {
    uint32_t behind = modulo(low - range.phase, range.step);
    return low < high && (behind < range.width || low + range.step - behind < high);
}

/* True if some steps of A are steps of B, too, or may be. */
static bool steps_meet(struct vt_range a, struct vt_range b) {
    return a.step != b.step || modulo((int64_t)b.phase - a.phase, a.step) < a.width ||
           modulo((int64_t)a.phase - b.phase, a.step) < b.width;
}

bool vt_range_overlaps(struct vt_range a, struct vt_range b) {
    if (a.low >= b.high || b.low >= a.high)
        return false;
    if (!a.step && !b.step)
        return true;
    if (a.step && b.step && !steps_meet(a, b))
        return false;
    int32_t low = a.low > b.low ? a.low : b.low, high = a.high < b.high ? a.high : b.high;
    return (!a.step || steps_on(a, low, high)) && (!b.step || steps_on(b, low, high));
}

bool vt_range_keeps(const struct vt_range *wide, const struct vt_range *narrow) {
    if (narrow->step)
        return narrow->step == wide->step &&
               modulo((int64_t)narrow->phase - wide->phase, wide->step) + narrow->width <=
                   wide->width;
    return modulo((int64_t)narrow->low - wide->phase, wide->step) + (int64_t)narrow->high -
               narrow->low <=
           wide->width;
}

struct vt_range vt_range_join(struct vt_range a, struct vt_range b) {
    struct vt_range both = {a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
    bool alike = a.step == b.step && a.phase == b.phase;
    if (alike && a.step)
        return vt_range_every(both, a.step, a.phase, a.width > b.width ? a.width : b.width);
    return both;
}

/* RANGE without ends that none of its steps reaches; as plain bytes where only one of them does. */
static struct vt_range tighten(struct vt_range range) {
    if (!range.step || (int64_t)range.high - range.low > range.step)
        return range;
    while (range.low < range.high && !steps_on(range, range.low, (int64_t)range.low + 1))
        range.low++;
    while (range.low < range.high && !steps_on(range, (int64_t)range.high - 1, range.high))
        range.high--;
    if (range.low >= range.high)
        return (struct vt_range){0, 0};
    if (range.high - range.low <= (int32_t)range.width)
        range.step = range.phase = range.width = 0;
    return range;
}

static uint32_t common_divisor(uint32_t a, uint32_t b) {
    while (b) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

struct vt_range vt_range_spread(struct vt_range range, int64_t delta, uint32_t step,
                                struct vt_range bound) {
    int64_t width = range.step ? range.width : (int64_t)range.high - range.low;
    int64_t phase = range.step ? range.phase : range.low;
    if (range.step)
        step = common_divisor(range.step, step);
    return tighten(vt_range_every(bound, step, phase + delta, width));
}

bool vt_ranges_deep(const struct vt_range *ranges, unsigned count, bool blur) {
    if (count + blur < VT_DEPTH)
        return false;
    return vt_range_equal(ranges[VT_DEPTH - 2], VT_RANGE_ALL) &&
           (count < VT_DEPTH || vt_range_equal(ranges[VT_DEPTH - 1], VT_RANGE_ALL));
}

struct vt_range vt_range_meet(struct vt_range a, struct vt_range b) {
    struct vt_range both = {a.low > b.low ? a.low : b.low, a.high < b.high ? a.high : b.high};
    if (!a.step && !b.step)
        return both.low < both.high ? both : (struct vt_range){0, 0};
    if (!vt_range_overlaps(a, b))
        return (struct vt_range){0, 0};
    struct vt_range every = !a.step || (b.step && b.width < a.width) ? b : a;
    return tighten(vt_range_every(both, every.step, every.phase, every.width));
}

static bool is_empty(struct vt_range range) {
    return range.low >= range.high;
}

static int32_t clamp(int64_t offset, int32_t low, int32_t high) {
    return offset < low ? low : offset > high ? high : (int32_t)offset;
}

struct vt_range vt_range_move(struct vt_range range, int64_t delta) {
    if (is_empty(range))
        return range;
    if (range.step)
        range.phase = modulo(range.phase + delta, range.step) & 2047;
    if (range.low != VT_OFFSET_LOW)
        range.low = clamp(range.low + delta, VT_OFFSET_LOW, VT_OFFSET_HIGH - 1);
    if (range.high != VT_OFFSET_HIGH)
        range.high = clamp(range.high + delta, VT_OFFSET_LOW + 1, VT_OFFSET_HIGH);
    return range;
}

/* ---- Paths through one rewrite ----------------------------------------------------------- */

/* Takes COUNT of the ranges off PATH of which nothing is known; false if there are not so many. */
static bool take_unknown(struct vt_path *path, unsigned count) {
    if (count > path->deeper && (path->exact || !path->open))
        return false;
    path->deeper -= (uint8_t)(count < path->deeper ? count : path->deeper);
    if (path->exact && path->deeper == 0)
        path->open = path->exact = 0; /* all of it is known again */
    return true;
}

/* Takes the COUNT ranges at FRONT off PATH: each must overlap the path's. */
static bool take_front(struct vt_path *path, const struct vt_range *front, unsigned count,
                       bool blur) {
    unsigned taken = count < path->count ? count : path->count;
    if (vt_ranges_deep(front, count, blur))
        path->deeper = path->exact = 0;
    if (!take_unknown(path, count - taken))
        return false;
    for (unsigned i = 0; i < taken; i++) {
        if (!vt_range_overlaps(front[i], path->ranges[i]))
            return false;
    }
    path->count -= (uint8_t)taken;
    memmove(path->ranges, path->ranges + taken, path->count * sizeof *path->ranges);
    return true;
}

enum vt_open vt_path_open(const struct vt_path *path, unsigned kept) {
    bool has_field = path->open == VT_OPEN_ANY;
    for (unsigned i = kept; i < path->count; i++)
        has_field |= vt_range_is_field(path->ranges[i]);
    return has_field ? VT_OPEN_ANY : VT_OPEN_BYTES;
}

/* Where bytes lie beneath that are no longer named, and REWRITE lets only some of them through,
 * they are named again: any. */
static void name_bytes(const struct vt_rewrite *rewrite, struct vt_path *rest) {
    const uint8_t part = VT_REWRITE_MEMORY | VT_REWRITE_SHIFT;
    if (rest->count == 0 && rest->open == VT_OPEN_BYTES && (rewrite->flags & part) == part) {
        rest->ranges[0] = VT_RANGE_ALL;
        rest->count = 1;
        take_unknown(rest, 1);
    }
}

void vt_path_cut(struct vt_path *path, unsigned kept) {
    unsigned deeper = path->deeper + (path->count - kept);
    if (path->count == kept)
        return;
    path->exact = (path->exact || !path->open) && deeper <= VT_DEEPER;
    path->open = vt_path_open(path, kept);
    path->deeper = (uint8_t)(deeper < VT_DEEPER ? deeper : VT_DEEPER);
    path->count = (uint8_t)kept;
}

/* Puts the COUNT ranges at FRONT before PATH; what has no room then is cut. */
static void put_front(struct vt_path *path, const struct vt_range *front, unsigned count) {
    assert(count <= VT_DEPTH);
    if (path->count > VT_DEPTH - count)
        vt_path_cut(path, VT_DEPTH - count);
    unsigned kept = path->count;
    memmove(path->ranges + count, path->ranges, kept * sizeof *path->ranges);
    memcpy(path->ranges, front, count * sizeof *front);
    path->count = (uint8_t)(count + kept);
    for (unsigned i = path->count; i < VT_DEPTH; i++)
        path->ranges[i] = (struct vt_range){0, 0};
}

/* Applies EXACT and MEMORY to what is left of a path: the same in both directions. */
static bool rest_passes(const struct vt_rewrite *rewrite, struct vt_path *rest) {
    if (rewrite->flags & VT_REWRITE_EXACT) {
        if (rest->count > 0 || rest->deeper > 0)
            return false;
        rest->open = VT_OPEN_NOT;
    }
    if (rewrite->flags & VT_REWRITE_MEMORY)
        return rest->count > 0 || rest->open;
    return true;
}

/* What REWRITE makes of RANGE, the next one of a path; false if nothing of it passes. */
static bool change_forward(const struct vt_rewrite *rewrite, struct vt_range *range) {
    if (rewrite->flags & VT_REWRITE_SHIFT) {
        struct vt_range clipped = vt_range_meet(*range, rewrite->clip);
        if (is_empty(clipped))
            return false;
        *range = rewrite->flags & VT_REWRITE_EVERY
                     ? vt_range_spread(clipped, rewrite->delta, rewrite->step, rewrite->bound)
                     : vt_range_move(clipped, rewrite->delta);
    }
    if (rewrite->flags & VT_REWRITE_BLUR)
        *range = VT_RANGE_ALL;
    return !is_empty(*range);
}

/* What REWRITE may have made RANGE of; {0, 0} if nothing. */
static struct vt_range change_backward(const struct vt_rewrite *rewrite, struct vt_range range) {
    if (rewrite->flags & VT_REWRITE_BLUR)
        range = VT_RANGE_ALL;
    else if (rewrite->flags & VT_REWRITE_EVERY)
        range = vt_range_meet(range, rewrite->bound);
    if (!(rewrite->flags & VT_REWRITE_SHIFT) || is_empty(range))
        return range;
    range = rewrite->flags & VT_REWRITE_EVERY
                ? vt_range_spread(range, -(int64_t)rewrite->delta, rewrite->step, VT_RANGE_ALL)
                : vt_range_move(range, -(int64_t)rewrite->delta);
    return vt_range_meet(range, rewrite->clip);
}

bool vt_rewrite_forward(const struct vt_rewrite *rewrite, const struct vt_path *path,
                        struct vt_path *result) {
    struct vt_path rest = *path;
    bool blur = rewrite->flags & VT_REWRITE_BLUR;
    if (!take_front(&rest, rewrite->take, rewrite->ntake, blur) || !rest_passes(rewrite, &rest))
        return false;
    name_bytes(rewrite, &rest);
    if (rest.count > 0 && !vt_range_is_field(rest.ranges[0]) &&
        !change_forward(rewrite, &rest.ranges[0]))
        return false;
    if (rewrite->flags & VT_REWRITE_OPEN)
        rest = (struct vt_path){.open = VT_OPEN_ANY};
    put_front(&rest, rewrite->put, rewrite->nput);
    *result = rest;
    return true;
}

bool vt_rewrite_backward(const struct vt_rewrite *rewrite, const struct vt_path *path,
                         struct vt_path *result) {
    struct vt_path rest = *path;
    bool blur = rewrite->flags & VT_REWRITE_BLUR;
    if (!take_front(&rest, rewrite->put, rewrite->nput, blur))
        return false;
    if (rewrite->flags & VT_REWRITE_OPEN)
        rest = (struct vt_path){.open = VT_OPEN_ANY};
    if (!rest_passes(rewrite, &rest))
        return false;
    name_bytes(rewrite, &rest);
    if (rest.count > 0 && !vt_range_is_field(rest.ranges[0])) {
        rest.ranges[0] = change_backward(rewrite, rest.ranges[0]);
        if (is_empty(rest.ranges[0]))
            return false;
    }
    put_front(&rest, rewrite->take, rewrite->ntake);
    *result = rest;
    return true;
}

/* ---- Two rewrites as one ----------------------------------------------------------------- */

/* The same of EVERY: an offset that may be any is BLUR. */
static void normalise_every(struct vt_rewrite *rewrite) {
    const uint8_t others = VT_REWRITE_EXACT | VT_REWRITE_BLUR | VT_REWRITE_OPEN;
    if (!(rewrite->flags & VT_REWRITE_EVERY))
        return;
    if (!(rewrite->flags & others) && is_empty(rewrite->bound))
        rewrite->clip = rewrite->bound;
    if (!is_empty(rewrite->clip) && !(rewrite->flags & others) && rewrite->step == 1 &&
        vt_range_equal(rewrite->bound, VT_RANGE_ALL))
        rewrite->flags |= VT_REWRITE_BLUR;
    if (rewrite->flags & others || is_empty(rewrite->clip))
        rewrite->flags &= (uint8_t)~VT_REWRITE_EVERY;
    else
        rewrite->delta = (int32_t)modulo(rewrite->delta, rewrite->step);
}

/* Leaves out of REWRITE what has no effect, so that rewrites that do the same are equal. */
static void normalise(struct vt_rewrite *rewrite) {
    normalise_every(rewrite);
    if (rewrite->flags & VT_REWRITE_EXACT)
        rewrite->flags &= (uint8_t)~(VT_REWRITE_SHIFT | VT_REWRITE_BLUR);
    if (rewrite->flags & VT_REWRITE_OPEN)
        rewrite->flags &= (uint8_t)~VT_REWRITE_BLUR;
    if (rewrite->flags & (VT_REWRITE_BLUR | VT_REWRITE_OPEN))
        rewrite->delta = 0;
    if (is_empty(rewrite->clip))
        rewrite->delta = 0;
    if (vt_range_equal(rewrite->clip, VT_RANGE_ALL) && rewrite->delta == 0 &&
        !(rewrite->flags & VT_REWRITE_EVERY))
        rewrite->flags &= (uint8_t)~VT_REWRITE_SHIFT;
    if (!(rewrite->flags & VT_REWRITE_SHIFT)) {
        rewrite->clip = (struct vt_range){0, 0};
        rewrite->delta = 0;
    }
    if (!(rewrite->flags & VT_REWRITE_EVERY)) {
        rewrite->bound = (struct vt_range){0, 0};
        rewrite->step = 0;
    }
}

static const uint8_t any_change = VT_REWRITE_SHIFT | VT_REWRITE_BLUR | VT_REWRITE_EVERY;

/* RESULT changes the next range as FROM does. */
static void copy_change(const struct vt_rewrite *from, struct vt_rewrite *result) {
    result->flags &= (uint8_t)~any_change;
    result->flags |= from->flags & any_change;
    result->clip = from->clip;
    result->delta = from->delta;
    result->step = from->step;
    result->bound = from->bound;
}

/* Nothing but fields of handles can pass RESULT. */
static void pass_fields(struct vt_rewrite *result) {
    result->flags &= (uint8_t)~any_change;
    result->flags |= VT_REWRITE_SHIFT;
    result->clip = (struct vt_range){0, 0};
}

/* The same as compose_shift where anything comes out of FIRST, the change of which RESULT has. That
 * SECOND clips it again cannot be said: it stays anything, unless nothing can pass. */
static void compose_blurred(const struct vt_rewrite *first, const struct vt_rewrite *second,
                            struct vt_rewrite *result) {
    if (second->flags & VT_REWRITE_SHIFT && is_empty(second->clip)) {
        pass_fields(result);
    } else if (second->flags & VT_REWRITE_EVERY && !(second->flags & VT_REWRITE_BLUR)) {
        result->flags &= (uint8_t)~VT_REWRITE_BLUR;
        result->flags |= VT_REWRITE_SHIFT | VT_REWRITE_EVERY;
        if (!(first->flags & VT_REWRITE_SHIFT))
            result->clip = VT_RANGE_ALL;
        result->step = 1;
        result->bound = second->bound;
    }
}

/* The same where FIRST spreads it over elements. */
static void compose_spread(const struct vt_rewrite *first, const struct vt_rewrite *second,
                           struct vt_rewrite *result) {
    bool shifts = second->flags & VT_REWRITE_SHIFT;
    struct vt_range left = shifts ? vt_range_meet(first->bound, second->clip) : first->bound;
    if (is_empty(left)) {
        pass_fields(result);
    } else if (second->flags & VT_REWRITE_BLUR) {
        result->flags |= VT_REWRITE_BLUR;
    } else {
        bool spreads = second->flags & VT_REWRITE_EVERY;
        result->step = spreads ? common_divisor(first->step, second->step) : first->step;
        result->bound = spreads ? second->bound : vt_range_move(left, second->delta);
        result->delta = (int32_t)modulo((int64_t)first->delta + second->delta, result->step);
    }
}

/* What FIRST and then SECOND do to the range that is next for both; RESULT has FIRST's change. */
static void compose_shift(const struct vt_rewrite *first, const struct vt_rewrite *second,
                          struct vt_rewrite *result) {
    if (!(second->flags & any_change))
        return;
    if (!(first->flags & any_change)) {
        copy_change(second, result);
        return;
    }
    if (first->flags & (VT_REWRITE_BLUR | VT_REWRITE_EVERY)) {
        if (first->flags & VT_REWRITE_BLUR)
            compose_blurred(first, second, result);
        else
            compose_spread(first, second, result);
        return;
    }
    copy_change(second, result);
    result->flags |= VT_REWRITE_SHIFT;
    result->clip = first->clip;
    result->delta = first->delta;
    if (!(second->flags & VT_REWRITE_SHIFT))
        return;
    result->clip = vt_range_meet(first->clip, vt_range_move(second->clip, -(int64_t)first->delta));
    int64_t delta = (int64_t)first->delta + second->delta;
    if (second->flags & VT_REWRITE_EVERY)
        delta = modulo(delta, second->step);
    if (delta < VT_OFFSET_LOW || delta > VT_OFFSET_HIGH)
        result->flags |= VT_REWRITE_BLUR;
    else
        result->delta = (int32_t)delta;
}

/* SECOND takes all of its ranges from what FIRST put: PUT[0 .. NPUT) is left of that. */
static bool compose_within(const struct vt_rewrite *first, const struct vt_rewrite *second,
                           struct vt_range *put, unsigned nput, struct vt_rewrite *result) {
    result->flags = first->flags;
    copy_change(first, result);
    if (nput == 0) {
        /* What is left is what FIRST left of the path; after OPEN nothing is known of that. */
        if (!(first->flags & VT_REWRITE_OPEN)) {
            const uint8_t limits = VT_REWRITE_EXACT | VT_REWRITE_MEMORY;
            result->flags |= second->flags & (limits | VT_REWRITE_OPEN);
            if ((result->flags & limits) == limits)
                return false;
            compose_shift(first, second, result);
        }
    } else {
        if (second->flags & VT_REWRITE_EXACT)
            return false;
        if (!vt_range_is_field(put[0]) && !change_forward(second, &put[0]))
            return false;
    }
    if (second->flags & VT_REWRITE_OPEN && nput > 0) {
        result->flags |= VT_REWRITE_OPEN;
        nput = 0;
    }
    unsigned kept = nput;
    if (second->nput + nput > VT_DEPTH) {
        kept = VT_DEPTH - second->nput;
        result->flags |= VT_REWRITE_OPEN;
    }
    memcpy(result->put, second->put, second->nput * sizeof *second->put);
    memcpy(result->put + second->nput, put, kept * sizeof *put);
    result->nput = (uint8_t)(second->nput + kept);
    return true;
}

/* The range that FIRST's source must overlap so that behind FIRST it overlaps TAKEN. */
static struct vt_range taken_before(const struct vt_rewrite *first, struct vt_range taken) {
    return vt_range_is_field(taken) ? taken : change_backward(first, taken);
}

/* SECOND takes all that FIRST put, and the COUNT ranges at TAKE of what is behind that. */
static bool compose_beyond(const struct vt_rewrite *first, const struct vt_rewrite *second,
                           const struct vt_range *take, unsigned count, struct vt_rewrite *result) {
    if (first->flags & VT_REWRITE_EXACT)
        return false;
    memcpy(result->put, second->put, second->nput * sizeof *second->put);
    result->nput = second->nput;
    if (first->flags & VT_REWRITE_OPEN) {
        /* What FIRST forgot may well be what SECOND takes. */
        result->flags = first->flags;
        copy_change(first, result);
        return true;
    }
    unsigned kept = count;
    if (first->ntake + count > VT_DEPTH) {
        /* Only paths that were cut can be that deep; of what SECOND leaves nothing is known. */
        kept = VT_DEPTH - first->ntake;
        result->flags = VT_REWRITE_MEMORY | VT_REWRITE_OPEN;
        if (kept == 0 && is_empty(taken_before(first, take[0])))
            return false;
    } else {
        result->flags = second->flags;
        copy_change(second, result);
    }
    for (unsigned i = 0; i < kept; i++) {
        struct vt_range taken = i == 0 ? taken_before(first, take[0]) : take[i];
        if (is_empty(taken))
            return false;
        result->take[result->ntake++] = taken;
    }
    return true;
}

bool vt_rewrite_compose(const struct vt_rewrite *first, const struct vt_rewrite *second,
                        struct vt_rewrite *result) {
    unsigned common = first->nput < second->ntake ? first->nput : second->ntake;
    for (unsigned i = 0; i < common; i++) {
        if (!vt_range_overlaps(first->put[i], second->take[i]))
            return false;
    }
    struct vt_rewrite both = {.ntake = first->ntake};
    memcpy(both.take, first->take, first->ntake * sizeof *first->take);

    bool passes;
    if (second->ntake <= first->nput) {
        struct vt_range put[VT_DEPTH];
        unsigned nput = first->nput - common;
        memcpy(put, first->put + common, nput * sizeof *put);
        passes = compose_within(first, second, put, nput, &both);
    } else {
        passes =
            compose_beyond(first, second, second->take + common, second->ntake - common, &both);
    }
    if (!passes)
        return false;
    normalise(&both);
    *result = both;
    return true;
}

/* ---- Comparing and printing -------------------------------------------------------------- */

static bool ranges_equal(const struct vt_range *a, const struct vt_range *b, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        if (!vt_range_equal(a[i], b[i]))
            return false;
    }
    return true;
}

bool vt_path_equal(const struct vt_path *a, const struct vt_path *b) {
    return a->count == b->count && a->open == b->open && a->deeper == b->deeper &&
           a->exact == b->exact && ranges_equal(a->ranges, b->ranges, a->count);
}

bool vt_rewrite_equal(const struct vt_rewrite *a, const struct vt_rewrite *b) {
    if (a->ntake != b->ntake || a->nput != b->nput || a->flags != b->flags)
        return false;
    if (!ranges_equal(a->take, b->take, a->ntake) || !ranges_equal(a->put, b->put, a->nput))
        return false;
    if (a->flags & VT_REWRITE_SHIFT && !(vt_range_equal(a->clip, b->clip) && a->delta == b->delta))
        return false;
    return !(a->flags & VT_REWRITE_EVERY) ||
           (vt_range_equal(a->bound, b->bound) && a->step == b->step);
}

/* One range as text. Handle fields are named for roles, so that their hash tells the name. */
static void print_range(struct vt_range range, char *buffer, size_t size) {
    if (range.step) {
        struct vt_range all = {range.low, range.high};
        print_range(all, buffer, size);
        snprintf(buffer + strlen(buffer), size - strlen(buffer), "%%%u+%u:%u", range.step,
                 range.phase, range.width);
        return;
    }
    if (!vt_range_is_field(range)) {
        if (vt_range_equal(range, VT_RANGE_ALL))
            snprintf(buffer, size, "[*]");
        else
            snprintf(buffer, size, "[%d,%d)", range.low, range.high);
        return;
    }
    for (int role = VT_ROLE_NONE + 1; role < VT_ROLE_COUNT; role++) {
        if (vt_range_equal(range, vt_range_field(vt_role_name((enum vt_role)role)))) {
            snprintf(buffer, size, ".%s", vt_role_name((enum vt_role)role));
            return;
        }
    }
    snprintf(buffer, size, ".#%04x", (unsigned)(range.low - (INT32_MIN + 1)));
}

char *vt_path_print(const struct vt_path *path, char *buffer, uint32_t size) {
    char text[VT_DEPTH * 48 + 8] = "";
    size_t length = 0;
    for (unsigned i = 0; i < path->count && i < VT_DEPTH; i++) {
        print_range(path->ranges[i], text + length, sizeof text - length);
        length += strlen(text + length);
    }
    snprintf(text + length, sizeof text - length, "%s", path->open ? "..." : "");
    if (size)
        snprintf(buffer, size, "%s", text);
    return buffer;
}
