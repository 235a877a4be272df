/* Constants that stand for yes where otherwise the answer of who decides would. */
#ifndef VT_CHECKERS_OVERRULE_H
#define VT_CHECKERS_OVERRULE_H

#include "engine/finding/finding.h"

/* True if setting SETTING of WORD's function, of a variable that it tests, says yes where otherwise
 * an answer is in it: that of a function that decides who may come in, of a comparison of
 * credentials, or of those who call the function; and if such an answer is not needed for it, but
 * is asked for without WORD (whose predicate may be VT_NONE) as well. */
bool vt_setting_overrules(struct vt_program *program, struct vt_condition_ref word,
                          uint32_t setting);

/* The same of verdict VERDICT, where otherwise the answer is returned. */
bool vt_verdict_overrules(struct vt_program *program, struct vt_condition_ref word,
                          uint32_t verdict);

/* True if in guard list LIST of FUNCTION one of the alternatives EITHER is that such an answer is
 * yes. */
bool vt_list_has_answer(struct vt_program *program, uint32_t function, uint32_t list,
                        uint8_t either);

/* True if where FUNCTION gives VERDICT it has taken another way than the one on which it returns
 * what somebody says who decides. */
bool vt_verdict_is_beside(struct vt_program *program, uint32_t function, uint32_t verdict);

#endif
