/* What cannot be made good again: a thing that is lost, a disk that is overwritten, a host that
 * stops. */
#ifndef VT_CHECKERS_HARM_H
#define VT_CHECKERS_HARM_H

#include "engine/finding.h"

struct vt_harm {
    const char *verb;  /* "/etc/x is removed", a clause without full stop; NULL: none is done */
    const char *thing; /* the path of what is lost, or "" */
    bool is_stop;      /* the host only stops */
};

/* The harm that event REF does to what stands in the program by its name. What programs make for a
 * while (models' places of class "transient") and logs are no loss. */
struct vt_harm vt_harm_of(struct vt_check *check, struct vt_event_ref ref);

/* Looks at an event that does HARM; CONTEXT is the rule's. */
typedef void (*vt_harm_visit)(struct vt_check *check, struct vt_event_ref ref,
                              const struct vt_harm *harm, void *context);

/* Shows VISIT all of them. */
void vt_harms_visit(struct vt_check *check, vt_harm_visit visit, void *context);

#endif
