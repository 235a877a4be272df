/* The way of a value, told as sentences. Only engine/finding/finding.c uses this. */
#ifndef VT_ENGINE_FINDING_STORY_H
#define VT_ENGINE_FINDING_STORY_H

#include "engine/finding/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A flow, and what its two ends are called. */
struct vt_story {
    const struct vt_program *program;
    const struct vt_flow_step *flow; /* in flow order, at least one */
    size_t count;
    const char *first, *last; /* sentences for both ends; of one step only `last` is told */
};

/* Tells STORY as steps in ARENA, *COUNT of them, at least one. The first and the last step of the
 * flow are always told. Between them a step is told if something happened to the value, if it
 * crossed a call, or if it rested in a global; one without a place is told with the step before. A
 * call that the value comes back from as it went in is one step. */
struct vt_step *vt_story_tell(const struct vt_story *story, struct vt_arena *arena, size_t *count);

/* TEXT with a full stop behind it, unless it already ends like a sentence. */
const char *vt_sentence(struct vt_arena *arena, const char *text);

#ifdef __cplusplus
}
#endif
#endif
