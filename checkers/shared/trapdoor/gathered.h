/* What a program gathers of several things that arrive, one after the other. */
#ifndef VT_CHECKERS_GATHERED_H
#define VT_CHECKERS_GATHERED_H

#include "engine/program/program.h"

/* True if CONDITION says that things came in the order of a table of the program: a place in it
 * goes on if the next is there, and back to 0 if not. Three at least. */
bool vt_gathered_in_order(struct vt_program *program, struct vt_condition_ref condition);

/* True if CONDITION says that a number that is kept from one time to the next, and computed of
 * itself and of what arrives, has come to a certain one that nothing ends with by itself. */
bool vt_gathered_to_number(struct vt_program *program, struct vt_condition_ref condition);

/* True if NUMBER is what sums of whole messages end with if nothing in them was changed: all ones,
 * or what is left of the CRCs of HDLC, CCITT and Ethernet. */
bool vt_gathered_ends_sum(int64_t number);

#endif
