/* Triggers in words. For trigger.c only. */
#ifndef VT_ENGINE_TRIGGER_TRIGGER_WORDS_H
#define VT_ENGINE_TRIGGER_TRIGGER_WORDS_H

#include "engine/trigger/trigger.h"

#ifdef __cplusplus
extern "C" {
#endif

/* True if data of an origin of class NAME decide something worth telling; with ORDERED, also if
 * they are less or greater than something (a clock is, a length is not). */
bool vt_trigger_tells(const char *name, bool ordered);

/* What TRIGGER tests and against what, as a clause. */
const char *vt_trigger_words(struct vt_program *program, const struct vt_trigger *trigger,
                             struct vt_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
