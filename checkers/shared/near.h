/* Which functions stand near to others by calls: so that dear questions are asked where they can
 * matter. */
#ifndef VT_CHECKERS_NEAR_H
#define VT_CHECKERS_NEAR_H

#include "engine/finding/finding.h"

/* By function: 0 for far, 1 for those that TEST tells true of, and one more for each call between.
 * Up to CALLS calls count, whoever calls. As long as the findings live. */
typedef bool vt_near_test(struct vt_program *program, uint32_t function);
const unsigned char *vt_near(struct vt_check *check, vt_near_test *test, unsigned char calls);

/* True if TEST tells true of FUNCTION, or of one that it calls, CALLS calls below it at most. */
bool vt_near_below(struct vt_program *program, uint32_t function, vt_near_test *test,
                   unsigned calls);

#endif
