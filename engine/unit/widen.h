/* Rewrites that stand for several: what a graph that has grown too dense keeps in their place. */
#ifndef VT_ENGINE_UNIT_WIDEN_H
#define VT_ENGINE_UNIT_WIDEN_H

#include "engine/facts/rewrite.h"

/* True if all that passes NARROW passes WIDE, with no less at the end. May say false of some that
 * do (those that blur, or move by different distances). */
bool vt_rewrite_covers(const struct vt_rewrite *wide, const struct vt_rewrite *narrow);

/* One rewrite that covers both; false if A and B differ in how many ranges they take or put, or in
 * what they let through, or name different fields of handles: such are better kept apart. */
bool vt_rewrite_join(const struct vt_rewrite *a, const struct vt_rewrite *b,
                     struct vt_rewrite *result);

/* One rewrite that covers both, whatever they are: what they have in common at the front, and
 * anything beneath (VT_REWRITE_OPEN). */
struct vt_rewrite vt_rewrite_join_openly(const struct vt_rewrite *a, const struct vt_rewrite *b);

#endif
