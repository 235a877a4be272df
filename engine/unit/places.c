/* Places as rewrites: how what lies at a place is taken from its object, and put there.
 *
 * requires: nothing.  gives: ranges and rewrites of places.  breaks: nothing.
 */
#include "engine/unit/analysis.h"

struct vt_range vt_place_range(const struct vt_place *place, int64_t size) {
    const struct vt_range *within = &place->within;
    if (place->offset == VT_ANYWHERE && !within->high)
        return VT_RANGE_ALL;
    if (place->offset == VT_ANYWHERE)
        return vt_range_every(*within, within->step, within->phase, size);
    int64_t high = place->offset + (size > 0 ? size : 1);
    return (struct vt_range){place->offset, high < VT_OFFSET_HIGH ? (int32_t)high : VT_OFFSET_HIGH};
}

struct vt_rewrite vt_rewrite_take(const struct vt_place *place, struct vt_range range) {
    struct vt_rewrite rewrite = {.flags = VT_REWRITE_EXACT};
    for (unsigned i = 0; i < place->npath; i++)
        rewrite.take[rewrite.ntake++] = place->path[i];
    rewrite.take[rewrite.ntake++] = range;
    return rewrite;
}

struct vt_rewrite vt_rewrite_put(const struct vt_place *place, struct vt_range range) {
    struct vt_rewrite rewrite = {.flags = VT_REWRITE_EXACT};
    for (unsigned i = 0; i < place->npath; i++)
        rewrite.put[rewrite.nput++] = place->path[i];
    rewrite.put[rewrite.nput++] = range;
    return rewrite;
}

static void shift(struct vt_rewrite *rewrite, int32_t offset, int32_t delta, struct vt_range clip) {
    rewrite->flags |= VT_REWRITE_MEMORY;
    if (offset == VT_ANYWHERE) {
        rewrite->flags |= VT_REWRITE_BLUR;
    } else if (delta || clip.low != VT_OFFSET_LOW || clip.high != VT_OFFSET_HIGH) {
        rewrite->flags |= VT_REWRITE_SHIFT;
        rewrite->delta = delta;
        rewrite->clip = clip;
    }
}

static int32_t end_of(int32_t offset, int64_t extent) {
    int64_t end = offset == VT_ANYWHERE ? extent : offset + extent;
    return end < VT_OFFSET_HIGH ? (int32_t)end : VT_OFFSET_HIGH;
}

/* True if PLACE is some element of a known field: then its bytes may be any of the field's. */
static bool is_element(const struct vt_place *place) {
    return place->offset == VT_ANYWHERE && place->within.high &&
           (place->within.low != VT_OFFSET_LOW || place->within.high != VT_OFFSET_HIGH);
}

/* True if PLACE is some element of which is known how far it is from the next. */
static bool has_step(const struct vt_place *place) {
    return place->offset == VT_ANYWHERE && place->within.step;
}

/* The field that PLACE is an element of. */
static struct vt_range field_of(const struct vt_place *place) {
    return (struct vt_range){place->within.low, place->within.high};
}

/* What lies in all elements of PLACE's field beneath a pointer to one, as if it lay in that one;
 * REWRITE takes it from FROM and puts it to BOUND, DELTA bytes further. */
static void spread(struct vt_rewrite *rewrite, const struct vt_place *place, struct vt_range from,
                   int32_t delta, struct vt_range bound) {
    int32_t step = (int32_t)place->within.step, rest = delta % step;
    rewrite->flags |= VT_REWRITE_MEMORY | VT_REWRITE_SHIFT | VT_REWRITE_EVERY;
    rewrite->clip = from;
    rewrite->delta = rest < 0 ? rest + step : rest;
    rewrite->step = place->within.step;
    rewrite->bound = bound;
}

struct vt_rewrite vt_rewrite_out_of(const struct vt_place *place, int64_t extent) {
    struct vt_rewrite rewrite = {0};
    for (unsigned i = 0; i < place->npath; i++)
        rewrite.take[rewrite.ntake++] = place->path[i];
    if (has_step(place)) {
        struct vt_range bound = {VT_OFFSET_LOW, end_of(0, extent)};
        spread(&rewrite, place, field_of(place), -(int32_t)place->within.phase, bound);
        return rewrite;
    }
    if (is_element(place)) {
        rewrite.take[rewrite.ntake++] = field_of(place);
        rewrite.put[rewrite.nput++] = VT_RANGE_ALL;
        return rewrite;
    }
    struct vt_range clip = {VT_OFFSET_LOW, end_of(place->offset, extent)};
    shift(&rewrite, place->offset, -place->offset, clip);
    return rewrite;
}

struct vt_rewrite vt_rewrite_into(const struct vt_place *place, int64_t extent) {
    struct vt_rewrite rewrite = {0};
    struct vt_range clip = {VT_OFFSET_LOW, end_of(0, extent)};
    for (unsigned i = 0; i < place->npath; i++)
        rewrite.put[rewrite.nput++] = place->path[i];
    if (has_step(place)) {
        spread(&rewrite, place, clip, (int32_t)place->within.phase, field_of(place));
    } else if (is_element(place)) {
        rewrite.take[rewrite.ntake++] = VT_RANGE_ALL;
        rewrite.put[rewrite.nput++] = field_of(place);
    } else {
        shift(&rewrite, place->offset, place->offset, clip);
    }
    return rewrite;
}

bool vt_points_cover(const struct vt_points *points, int64_t size, struct vt_cover *cover) {
    if (points->count != 1 || points->more || !vt_place_is_exact(&points->at[0]))
        return false;
    *cover =
        (struct vt_cover){.place = points->at[0], .range = vt_place_range(&points->at[0], size)};
    return true;
}

int64_t vt_extent(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, value);
    const struct vt_points *points = vt_points_of(analysis, value);
    int64_t extent = VT_OFFSET_HIGH;
    if (inst->op == VT_OP_GEP && !inst->variable && inst->type != VT_NONE &&
        inst->field_end > inst->type_offset)
        extent = inst->field_end - inst->type_offset;
    const struct vt_returned *returned = inst->op == VT_OP_CALL && inst->symbol != VT_NONE
                                             ? analysis->shared->returned[inst->symbol]
                                             : NULL;
    if (returned && !returned->other && returned->extent < extent)
        extent = returned->extent;
    if (points->count == 1 && !points->more && !points->at[0].npath) {
        int64_t size = analysis->roots[points->at[0].root].size;
        int32_t offset = points->at[0].offset == VT_ANYWHERE ? 0 : points->at[0].offset;
        if (size > offset && size - offset < extent)
            extent = size - offset;
    }
    return extent;
}
