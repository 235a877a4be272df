/* Conditions that have nothing to do with who somebody is. */
#ifndef VT_CHECKERS_PRETEXT_H
#define VT_CHECKERS_PRETEXT_H

#include "checkers/shared/trapdoor/trap.h"

/* On what somebody may come in, though it is nothing that owners of a host make their choice by. */
struct vt_pretext {
    struct vt_condition_ref condition;
    const char *words; /* "it was tried 7 times", no full stop */
    bool is_sign;      /* a file or a port, which somebody sets up, and no count or option */
    bool is_file;      /* a file of which nothing else is asked */
    bool is_count;     /* how often something was done, or how many there are */
};

/* True if CONDITION says that something was tried a certain number of times, or is so many letters
 * long as no format asks for, that a file is there
 * or is not which the program neither opens nor runs, that a peer's port is a certain one, that an
 * option was given which the texts on how the program is used leave out, or that the environment
 * has a variable whose value nobody reads; then in *PRETEXT. */
bool vt_pretext_at(struct vt_check *check, struct vt_condition_ref condition,
                   struct vt_pretext *pretext);

#endif
