/* Passwords as they are typed or sent, before anybody hashes them: what is given to a check of
 * passwords is one, wherever else it goes. */
#ifndef VT_CHECKERS_TYPED_H
#define VT_CHECKERS_TYPED_H

#include "checkers/shared/ask.h"

/* Calls that return a password which the function that makes them has checked, and parameters in
 * which one is handed down to the check. */
struct vt_typed {
    struct vt_site *sites;
    size_t count, capacity;
    struct vt_parameter *parameters;
    size_t nparameters, parameter_capacity;
};

/* All of the program's. In the check's arena. */
struct vt_typed vt_typed_of(struct vt_check *check);

/* The first of TYPED whose password is part of what TRACE asks for; NULL if there is none. A call
 * that returns one message after the other cannot be told apart from one that returns passwords. */
const struct vt_site *vt_typed_in(struct vt_check *check, const struct vt_typed *typed,
                                  const struct vt_trace *trace);

/* The first of TYPED's parameters that what TRACE asks for came through; NULL if there is none. */
const struct vt_parameter *vt_typed_through(struct vt_check *check, const struct vt_typed *typed,
                                            const struct vt_trace *trace);

#endif
