/* Rows of models that hold for some arguments only, where the argument is no constant in its
 * function. */
#ifndef VT_CHECKERS_APPLIES_H
#define VT_CHECKERS_APPLIES_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

/* False if event REF stands in the facts only because nobody knew an argument when they were made:
 * the row it is of has a condition on one that is a role of it as well, and no number that reaches
 * that role fulfils the condition. */
bool vt_event_applies(struct vt_program *program, struct vt_event_ref ref);

#ifdef __cplusplus
}
#endif
#endif
