/* What is done with data, and neither asked for by who uses the program nor looked after. */
#ifndef VT_CHECKERS_UNASKED_H
#define VT_CHECKERS_UNASKED_H

#include "checkers/shared/ask.h"

/* True if nobody asks whether effect REF worked: its result is dropped, or what it opens is closed
 * at once. Of a program that takes the place of this one there is nothing to ask. */
bool vt_is_unheeded(struct vt_program *program, struct vt_event_ref ref);

/* True if all that is found of TRACE (NULL: none) was read from files, and of none stands the name
 * in the program: it is what the program works on. */
bool vt_is_worked_on(struct vt_program *program, const struct vt_trace *trace);

/* True if a condition that always stands before REF, in its function, is about what the user says:
 * an argument, the environment, the terminal. */
bool vt_is_bidden(struct vt_check *check, struct vt_event_ref ref);

#endif
