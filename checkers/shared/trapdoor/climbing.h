/* Checks that the name of a file does not lead out of its folder. */
#ifndef VT_CHECKERS_CLIMBING_H
#define VT_CHECKERS_CLIMBING_H

#include "engine/finding/finding.h"

/* What looks for ".." in a name: a call of FUNCTION, or a comparison that it makes. */
struct vt_climbing {
    uint32_t function, guards;
    uint32_t call, event; /* one of them is VT_NONE */
};

/* Such checks in FUNCTION that stand under conditions; *COUNT of them, in ARENA. */
struct vt_climbing *vt_climbings_of(struct vt_program *program, uint32_t function,
                                    struct vt_arena *arena, size_t *count);

/* True if nothing but CLIMBING is left out where PREDICATE, on which it stands, holds otherwise:
 * what is done because of what it finds, and what does not come back, belongs to it. */
bool vt_climbing_is_alone(struct vt_check *check, const struct vt_climbing *climbing,
                          const struct vt_guard *guard);

#endif
