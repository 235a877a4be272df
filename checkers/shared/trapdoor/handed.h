/* What a library is told to do by who uses it, and what stands in the data that it is given. */
#ifndef VT_CHECKERS_HANDED_H
#define VT_CHECKERS_HANDED_H

#include "engine/program/program.h"

/* True if what event REF gets in ROLE, a text, is a parameter of an exported function, begins
 * within one, or is the first of an array that is one: who uses the library says it. */
bool vt_is_handed(struct vt_program *program, struct vt_event_ref ref, enum vt_role role);

/* True if what lies in PARAMETER may be handed over by who uses the library: it is one of an
 * exported function, or gets something of one through a few calls. */
bool vt_is_handed_over(struct vt_program *program, struct vt_parameter parameter);

#endif
