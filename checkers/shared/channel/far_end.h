/* What stands at the other end of a pipe: a command, or a child that has it as standard input. */
#ifndef VT_CHECKERS_FAR_END_H
#define VT_CHECKERS_FAR_END_H

#include "checkers/shared/ask.h"

/* True if what event REF writes to is a pipe to something that sends what it gets. */
bool vt_far_end_sends(struct vt_program *program, struct vt_event_ref ref);

/* True if it is a pipe to a shell or interpreter that reads its code from there. */
bool vt_far_end_interprets(struct vt_program *program, struct vt_event_ref ref);

/* True if event REF reads from a pipe what something fetches from other hosts. */
bool vt_far_end_fetches(struct vt_program *program, struct vt_event_ref ref);

/* True if REDIRECTION gives a standard input to programs that send what they get, and no others. */
bool vt_far_end_is_fed(struct vt_program *program, struct vt_event_ref redirection);

#endif
