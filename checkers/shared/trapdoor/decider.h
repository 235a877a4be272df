/* Functions that say who may come in, or what is genuine. */
#ifndef VT_CHECKERS_DECIDER_H
#define VT_CHECKERS_DECIDER_H

#include "engine/program/program.h"

/* True if FUNCTION says so by its name. */
bool vt_decider_is_named(struct vt_program *program, uint32_t function);

/* True if FUNCTION hashes or checks a password. */
bool vt_decider_asks_who(struct vt_program *program, uint32_t function);

/* True if FUNCTION checks a signature or a certificate. */
bool vt_decider_asks_whether_genuine(struct vt_program *program, uint32_t function);

/* True if FUNCTION does one of the three, or returns what one says that does. */
bool vt_is_decider(struct vt_program *program, uint32_t function);

/* True if SITE calls such a function, which may be none of the program's. */
bool vt_calls_decider(struct vt_program *program, struct vt_site site);

/* True if event REF is a comparison of what was sent with what is kept of somebody, or of its hash
 * in a function that makes one. */
bool vt_decider_compares(struct vt_program *program, struct vt_event_ref ref);

/* True if guard list LIST says, by another condition than BESIDE, of the same function, that a
 * comparison came out equal neither side of which stands in the program. */
bool vt_decider_asked(struct vt_program *program, struct vt_condition_ref beside, uint32_t list);

/* True if FUNCTION holds a credential against what is kept, and returns a constant for that they
 * are equal, and no other time: into *YES. */
bool vt_decider_answer(struct vt_program *program, uint32_t function, int64_t *yes);

/* True if NUMBER, which FUNCTION returns, means yes. */
bool vt_decider_accepts(struct vt_program *program, uint32_t function, int64_t number);

/* True if all that FUNCTION returns is 0, 1, or the outcome of a comparison. */
bool vt_decider_gives_truth(struct vt_program *program, uint32_t function);

#endif
