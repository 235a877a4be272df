/* Under which circumstances something happens that a rule tells of: what no flow shows, and what
 * makes a hidden channel of it or an honest one. Rules of families exfil and update share it. */
#ifndef VT_CHECKERS_CIRCUMSTANCES_H
#define VT_CHECKERS_CIRCUMSTANCES_H

#include "checkers/shared/ask.h"

/* Adds evidence about effect REF, which talks to PEER:
 *   `undeclared` (+15), `declared` (-30): held against the declaration, if there is one;
 *   `fallback` (+10): a constant peer, tried after a first call of the same function;
 *   `delayed` (+10): only after days;
 *   `from-timer`, `from-signal`, `at-exit` (+10): by nothing but these;
 *   `from-thread` (+3): in a thread of its own;
 *   `unasked` (+3): a constant peer, and nobody asks whether it worked. */
void vt_circumstances_weigh(struct vt_check *check, struct vt_finding *finding,
                            struct vt_event_ref ref, const struct vt_peer *peer);

/* Adds `through-again` (-35) if the NSTEPS STEPS of a way to it lead more than once through one
 * global, or through one call that goes to several functions. */
void vt_circumstances_weigh_knot(struct vt_check *check, struct vt_finding *finding,
                                 const struct vt_flow_step *steps, size_t nsteps);

#endif
