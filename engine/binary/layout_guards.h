/* Lists of guards in the binary form: each is told by those before it (docs/facts-format.md).
 *
 * Conditions are nested: the list of an inner one is that of the outer one, and some more. So what
 * followed on some guards before is expected to follow on them again, up to where the list ended;
 * and after a guard that was not expected, what was expected is still.
 */
#ifndef VT_ENGINE_BINARY_LAYOUT_GUARDS_H
#define VT_ENGINE_BINARY_LAYOUT_GUARDS_H

#include <stdint.h>

struct vt_arena;
struct vt_coder;
struct vt_guards;

/* The columns that take part. */
struct vt_guard_columns {
    unsigned lists, guard, expected, flags, either;
};

/* Codes GUARDS, in either direction; SCRATCH has what may be freed afterwards. */
void vt_layout_guards(struct vt_coder *coder, const struct vt_guard_columns *columns,
                      struct vt_guards *guards, struct vt_arena *scratch);

#endif
