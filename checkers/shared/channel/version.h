/* Whether a condition asks if what is offered is newer than what is there. */
#ifndef VT_CHECKERS_VERSION_H
#define VT_CHECKERS_VERSION_H

#include "checkers/shared/ask.h"

enum vt_version_sign {
    VT_VERSION_NONE,
    VT_VERSION_NAMED,   /* names of functions, parameters or globals say so */
    VT_VERSION_ORDERED, /* a part of what is installed is held against what this host keeps */
};

/* What CONDITION, on a way to install REF, asks about versions; the same holds of functions of the
 * program whose results it tests. OFFERED is the trace of what REF installs, or NULL. */
enum vt_version_sign vt_version_asked(struct vt_check *check, struct vt_condition_ref condition,
                                      const struct vt_trace *offered);

/* True if CONDITION, ORDERED, only holds where what is offered is older than what is there. */
bool vt_version_only_older(struct vt_check *check, struct vt_condition_ref condition,
                           const struct vt_trace *offered);

/* True if a side of CONDITION is a part of what TRACE tells the origin of, and not held against
 * what this host keeps: two parts of a version may be compared one after the other. */
bool vt_version_tests_part(struct vt_program *program, struct vt_condition_ref condition,
                           const struct vt_trace *trace);

#endif
