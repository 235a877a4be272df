/* Rights that a program would give up, and keeps. */
#ifndef VT_CHECKERS_KEPT_H
#define VT_CHECKERS_KEPT_H

#include "checkers/ask.h"

/* On what a program keeps the rights that it was started with, in words ("there is a file `/x`");
 * in the check's arena. REF is the first event that gives them up, and nothing else in its function
 * is left out on the same condition. NULL if it is left out for no odd reason: a file that the
 * program never opens, a variable that no text of it mentions, an odd word. */
const char *vt_kept_words(struct vt_check *check, struct vt_event_ref ref);

#endif
