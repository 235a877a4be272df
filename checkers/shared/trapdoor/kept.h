/* What a program leaves out for an odd reason, and nothing else: rights that it would give up,
 * somebody whom it would ask. */
#ifndef VT_CHECKERS_KEPT_H
#define VT_CHECKERS_KEPT_H

#include "checkers/shared/ask.h"

/* On what a program keeps the rights that it was started with, in words ("there is a file `/x`"),
 * in the check's arena. REF is the first event that gives them up, and nothing else in its function
 * is left out on the same condition. NULL if it is left out for no odd reason: a file that the
 * program never opens, a variable that no text of it mentions, an option that nobody is told of, an
 * odd word, somebody by name or number. */
const char *vt_kept_words(struct vt_check *check, struct vt_event_ref ref);

/* What CONDITION says, in words, if it is such an odd reason; else NULL. */
const char *vt_odd_words(struct vt_check *check, struct vt_condition_ref condition);

/* The same as vt_kept_words if they are kept for one user, by number, to whom they would else be
 * given up. */
const char *vt_kept_number_words(struct vt_check *check, struct vt_event_ref ref);

/* True if the rights that REF gives up are given up to a user whose number is reckoned from that of
 * one who is looked up by it as it is, or becomes it elsewhere: of some it makes others. */
bool vt_kept_is_reckoned(struct vt_program *program, struct vt_event_ref ref);

/* The same as vt_kept_words of a call of who decides whether somebody may come in; then in
 * *CONDITION on what. */
const char *vt_unasked_words(struct vt_check *check, struct vt_site site,
                             struct vt_condition_ref *condition);

#endif
