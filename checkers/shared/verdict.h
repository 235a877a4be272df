/* Where a result goes within its function, and which constants the function returns because of it.
 */
#ifndef VT_CHECKERS_VERDICT_H
#define VT_CHECKERS_VERDICT_H

#include "engine/finding/finding.h"

/* A node that something flows to, and what happened to it on the way. */
struct vt_target {
    uint32_t node, tags;
};

/* The nodes of FACTS that the nodes of KIND and REF flow to, hubs passed through; in ARENA. */
struct vt_target *vt_targets_of(const struct vt_function *facts, enum vt_node_kind kind,
                                uint32_t ref, struct vt_arena *arena, size_t *count);

/* True if verdict VERDICT of FACTS stands under a condition, of one outcome or the other, that one
 * of the COUNT TARGETS tests. */
bool vt_verdict_is_about(const struct vt_function *facts, uint32_t verdict,
                         const struct vt_target *targets, size_t count);

/* True if PREDICATE stands in guard list LIST of FACTS. */
bool vt_list_has(const struct vt_function *facts, uint32_t list, uint32_t predicate);

/* True if guard list LIST of FACTS says, always or as one of alternatives, that PREDICATE HOLDS, or
 * not. */
bool vt_list_tells(const struct vt_function *facts, uint32_t list, uint32_t predicate, bool holds);

/* Whether PREDICATE, or its opposite, must always hold where guard list LIST of FACTS does: 1, -1,
 * or 0. */
int vt_list_needs(const struct vt_function *facts, uint32_t list, uint32_t predicate);

/* True if verdict VERDICT of FUNCTION stands under a condition that one of the COUNT TARGETS passes
 * only with SUCCESS. */
bool vt_verdict_needs(struct vt_program *program, uint32_t function, uint32_t verdict,
                      const struct vt_target *targets, size_t count, enum vt_success success);

/* True if verdict VERDICT, of the function of check REF, is returned without that check having been
 * asked, though its number otherwise means that a check came out well. TARGETS: of the check; if
 * there are none its result is dropped, and no number says how it came out. */
bool vt_verdict_goes_round(struct vt_program *program, struct vt_event_ref ref, uint32_t verdict,
                           const struct vt_target *targets, size_t count);

/* True if a function whose results tell success returns NUMBER for it, OTHER being returned
 * otherwise: 1 and 0, or 0 and an error. */
bool vt_number_succeeds(int64_t number, int64_t other);

/* True if NUMBER, which FACTS return, means success beside the others that they return. */
bool vt_number_accepts(const struct vt_function *facts, int64_t number);

#endif
