/* Answers that functions make of what they are given alone, asking nobody. */
#ifndef VT_CHECKERS_RECKONED_H
#define VT_CHECKERS_RECKONED_H

#include "engine/finding/finding.h"

/* The function of the program whose answer CONDITION tests, if it reads nothing but what it is
 * given and tables that stay as they are, changes nothing, and calls none but its like; and if it
 * reckons with that: computed with it, it has to be equal to something, or leads through a table;
 * or a number that it reads there, or adds up of it, is the one that CONDITION asks for. Else
 * VT_NONE. */
uint32_t vt_reckoned_by(struct vt_program *program, struct vt_condition_ref condition);

/* "`is_turned`, which asks nobody, says so of what it is given", or NULL; in CHECK's arena. */
const char *vt_reckoned_words(struct vt_check *check, struct vt_condition_ref condition);

#endif
