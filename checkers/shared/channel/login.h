/* Whether a program asks who is there before it does something. */
#ifndef VT_CHECKERS_LOGIN_H
#define VT_CHECKERS_LOGIN_H

#include "engine/program/program.h"

/* True if on every way to effect REF somebody showed who they are: a library said so
 * (`check.password`, `check.access`), or what they sent, or its hash, is equal to something that is
 * kept outside the program. A word that stands in the program is no credential. */
bool vt_has_logged_in(struct vt_program *program, struct vt_event_ref ref);

/* True if COMPARE holds what was sent against what is kept, and nothing that the program says. */
bool vt_compares_credentials(struct vt_program *program, struct vt_event_ref compare);

#endif
