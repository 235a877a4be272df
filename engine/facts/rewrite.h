/* Access paths, and what an edge does to them.
 *
 * What flows is never just "a value": it is a value, or what lies in memory somewhere under it. An
 * access path names where: a sequence of byte ranges, one for each dereference. At a node for
 * pointer p, the empty path is p itself, [8,12) are four bytes at p+8, [8,16)[0,4) are the first
 * four bytes of what the pointer at p+8 points to. (Access paths bounded in depth, as in Arzt et
 * al., "FlowDroid", PLDI 2014; ranges in place of field names because C has memcpy.)
 *
 * Every edge of the value-flow graph rewrites a path: it takes ranges from the front, may shift the
 * next one, and puts ranges in front. That is closed under composition, so that a chain of edges
 * can be condensed to one.
 */
#ifndef VT_ENGINE_FACTS_REWRITE_H
#define VT_ENGINE_FACTS_REWRITE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VT_DEPTH  3 /* ranges a path keeps; what lies deeper is "anything beneath" */
#define VT_DEEPER 3 /* ranges beyond these that are counted */

/* Bytes low .. high-1; with STEP only the WIDTH bytes from PHASE on in every STEP of them: a field
 * in each element of an array, wherever in it. */
struct vt_range {
    int32_t low, high;
    uint32_t step : 11, phase : 11, width : 10; /* phase < step, 0 < width < step; or all are 0 */
};

#define VT_MAX_STEP 1023

/* Real offsets lie within VT_RANGE_ALL; below it are the fields of handles (see model.h). */
#define VT_OFFSET_LOW  (-(1 << 30))
#define VT_OFFSET_HIGH (1 << 30)
#define VT_RANGE_ALL   ((struct vt_range){VT_OFFSET_LOW, VT_OFFSET_HIGH})

/* The range that stands for handle field NAME; the same in every unit and version. */
struct vt_range vt_range_field(const char *name);
bool vt_range_is_field(struct vt_range range);
bool vt_range_is_spot(struct vt_range range);
bool vt_range_equal(struct vt_range a, struct vt_range b);
bool vt_range_overlaps(struct vt_range a, struct vt_range b);

/* The WIDTH bytes from PHASE on in every STEP bytes of RANGE; all of it where that is no part. */
struct vt_range vt_range_every(struct vt_range range, int64_t step, int64_t phase, int64_t width);

/* RANGE moved by DELTA, in every STEP bytes of BOUND; {0, 0} if that has no place for it. */
struct vt_range vt_range_spread(struct vt_range range, int64_t delta, uint32_t step,
                                struct vt_range bound);

/* What lies in both; {0, 0} if nothing does. */
struct vt_range vt_range_meet(struct vt_range a, struct vt_range b);

/* The least range around both that can be told. */
struct vt_range vt_range_join(struct vt_range a, struct vt_range b);

/* True if all of NARROW, which lies between WIDE's ends, lies in WIDE's steps. */
bool vt_range_keeps(const struct vt_range *wide, const struct vt_range *narrow);

/* True if all of NARROW lies in WIDE. */
static inline bool vt_range_covers(const struct vt_range *wide, const struct vt_range *narrow) {
    return wide->low <= narrow->low && wide->high >= narrow->high &&
           (!wide->step || vt_range_keeps(wide, narrow));
}

/* RANGE moved by DELTA. An end that stands for "no bound" stays one; a range that would leave the
 * offsets keeps its last byte there, so that it does not vanish. */
struct vt_range vt_range_move(struct vt_range range, int64_t delta);

/* True if the COUNT RANGES, and all offsets behind them if BLUR, name whatever lies deep beneath a
 * pointer, as where a list is walked: one object stands for all that was not told apart (points.c).
 */
bool vt_ranges_deep(const struct vt_range *ranges, unsigned count, bool blur);

enum vt_open {
    VT_OPEN_NOT,
    VT_OPEN_ANY,  /* and anything beneath (the path was cut) */
    VT_OPEN_BYTES /* the same, but no field of a handle */
};

struct vt_path {
    uint8_t count;
    uint8_t open;   /* enum vt_open */
    uint8_t deeper; /* of an open one: at least so many ranges follow, of which nothing is known */
    uint8_t exact;  /* and no more: it is open only because it was cut */
    struct vt_range ranges[VT_DEPTH];
};

enum {
    VT_REWRITE_EXACT = 1, /* after taking, nothing must be left: only the value itself goes on */
    VT_REWRITE_MEMORY =
        2,                /* after taking, something must be left: only what lies beneath goes on */
    VT_REWRITE_SHIFT = 4, /* the next range is clipped to `clip`, then moved by `delta` */
    VT_REWRITE_BLUR = 8,  /* the next range becomes VT_RANGE_ALL (offset not known) */
    VT_REWRITE_OPEN = 16, /* what is left is forgotten: anything lies beneath what was put. Only
                             compose makes these, where VT_DEPTH has no room for all ranges */
    VT_REWRITE_EVERY = 32 /* with SHIFT: what was moved may lie in every `step` bytes of `bound`:
                             into, or out of, some element of an array */
};

struct vt_rewrite {
    uint8_t ntake, nput, flags;
    struct vt_range take[VT_DEPTH];
    struct vt_range put[VT_DEPTH];
    struct vt_range clip; /* has no steps */
    int32_t delta;
    uint32_t step;         /* EVERY: at most VT_MAX_STEP; `delta` is less */
    struct vt_range bound; /* EVERY: has no steps */
};

extern const struct vt_rewrite vt_rewrite_identity;
extern const struct vt_rewrite vt_rewrite_value; /* and nothing that lies beneath it */

/* PATH seen through REWRITE, forwards (source to destination) or backwards; false if nothing of it
 * passes. Backwards a put range must overlap the path's, and a taken range is put. Fields of
 * handles are neither shifted nor blurred. */
bool vt_rewrite_forward(const struct vt_rewrite *rewrite, const struct vt_path *path,
                        struct vt_path *result);
bool vt_rewrite_backward(const struct vt_rewrite *rewrite, const struct vt_path *path,
                         struct vt_path *result);

/* FIRST then SECOND as one rewrite; false if nothing can pass both. May pass more than the two did
 * (where VT_DEPTH cuts), never less. */
bool vt_rewrite_compose(const struct vt_rewrite *first, const struct vt_rewrite *second,
                        struct vt_rewrite *result);

/* How PATH is open if only its first KEPT ranges stay. */
enum vt_open vt_path_open(const struct vt_path *path, unsigned kept);

/* Leaves PATH its first KEPT ranges, and how many there were. */
void vt_path_cut(struct vt_path *path, unsigned kept);

bool vt_path_equal(const struct vt_path *a, const struct vt_path *b);
bool vt_rewrite_equal(const struct vt_rewrite *a, const struct vt_rewrite *b);

/* "[8,12)[*].peer" into BUFFER, cut if it is too small; gives BUFFER. */
char *vt_path_print(const struct vt_path *path, char *buffer, uint32_t size);

#ifdef __cplusplus
}
#endif
#endif
