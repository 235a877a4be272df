/* Whether somebody who is entitled to it decides: the user, by a switch, or the administrator, by a
 * setting. Asked by rules about protection that can be turned off. */
#ifndef VT_CHECKERS_CHOICE_H
#define VT_CHECKERS_CHOICE_H

#include "engine/finding/finding.h"

enum vt_decider {                        /* the last that fits */
                  VT_DECIDED_BY_NOBODY,  /* constants alone */
                  VT_DECIDED_BY_CALLER,  /* of an exported function, or somebody we do not know */
                  VT_DECIDED_BY_OUTSIDE, /* a peer, the clock, the host's name */
                  VT_DECIDED_BY_USER,    /* command line, environment, file */
};

/* True of those who may decide: the user, and by default whoever we do not know. */
bool vt_is_entitled(enum vt_decider decider);

/* Who decides what role ROLE of REF is. */
enum vt_decider vt_decider_of_role(struct vt_program *program, struct vt_event_ref ref,
                                   enum vt_role role);

/* Who decides whether CONDITION holds. */
enum vt_decider vt_decider_of_condition(struct vt_program *program,
                                        struct vt_condition_ref condition);

/* Who decides whether REF, and not all that REF's program does with the same kind of thing, is
 * reached: the conditions on every way to it. */
enum vt_decider vt_decider_of_event(struct vt_program *program, struct vt_event_ref ref);

#endif
