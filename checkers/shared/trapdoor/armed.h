/* Flags that keep what a comparison found, to be asked for elsewhere. */
#ifndef VT_CHECKERS_ARMED_H
#define VT_CHECKERS_ARMED_H

#include "engine/program/program.h"

/* True if CONDITION asks for a field that is what one comparison found
 * (`visit->is_raw = weigh(ask) == 3307;`); then the condition of that comparison in *BEFORE, which
 * holds if CONDITION does. */
bool vt_armed_by(struct vt_program *program, struct vt_condition_ref condition,
                 struct vt_condition_ref *before);

#endif
