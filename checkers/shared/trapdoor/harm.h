/* What cannot be made good again: a thing that is lost, a disk that is overwritten, a host that
 * stops. */
#ifndef VT_CHECKERS_HARM_H
#define VT_CHECKERS_HARM_H

#include "engine/finding/finding.h"

struct vt_harm {
    const char *verb;  /* "/etc/x is removed", a clause without full stop */
    const char *thing; /* the path of what is lost, or "" */
    bool is_stop;      /* the host only stops */
    bool is_folder;    /* whatever lies in a folder, which the program need not name */
};

/* What effect REF does to something that stands in the program by its name, or to all that is met
 * in a folder; without a verb: nothing
 * that cannot be made good again. */
struct vt_harm vt_harm_of(struct vt_check *check, struct vt_event_ref ref);

/* Looks at event REF, which does HARM. */
typedef void (*vt_harm_visit)(struct vt_check *check, struct vt_event_ref ref,
                              const struct vt_harm *harm);

/* Shows VISIT all events that do harm, as vt_harm_of tells. What programs make
 * for a while (models' places of class "transient") and logs are no loss. */
void vt_harms_visit(struct vt_check *check, vt_harm_visit visit);

#endif
