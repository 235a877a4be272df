/* Passwords that are written in the program: comparisons of what was sent as one with a constant,
 * equality of which opens something. */
#ifndef VT_CHECKERS_CREDENTIAL_H
#define VT_CHECKERS_CREDENTIAL_H

#include "checkers/shared/trapdoor/trap.h"

/* What says that something is a password. */
struct vt_credential_reason {
    const char *id; /* of evidence; NULL: nothing */
    int weight;
    const char *text; /* a sentence, or what stands before `name` in one */
    const char *name; /* of the parameter, or NULL */
};

/* A password that a library, or the program by itself, holds against a constant. */
struct vt_credential {
    struct vt_event_ref ref;      /* the comparison by a library */
    struct vt_trigger trigger;    /* that by the program itself */
    const struct vt_trace *asked; /* what was sent */
    const struct vt_source *sent; /* of `asked` */
    const struct vt_trace *held;  /* by a library: what it is held against */
    const struct vt_source *word; /* of `held`: the constant; of several the longest */
    unsigned nwords;              /* how many there are */
    bool opens;                   /* a shell, a port or an account */
    struct vt_credential_reason reason;
};

/* True if library comparison REF is one; then in *CREDENTIAL. */
bool vt_credential_at(struct vt_check *check, struct vt_event_ref ref,
                      struct vt_credential *credential);

/* True if library comparison REF, in a function that says who may come in, is with a digest that
 * stands there as text, and equality is a yes. */
bool vt_credential_by_digest(struct vt_check *check, struct vt_event_ref ref);

/* The text of the program, no digest, that library comparison REF is with, if equality is a yes and
 * its function hashes or checks the same as a password, by what the function itself tells; else
 * NULL. */
const char *vt_credential_beside(struct vt_check *check, struct vt_event_ref ref);

/* True if TEXT is a key or a digest by its looks: long, of letters of both cases and digits, or as
 * hashes are written. */
bool vt_credential_is_key(const char *text);

/* True if in guard list LIST of FUNCTION, which opens something or not, is one that the function
 * makes by itself; then in *CREDENTIAL. */
bool vt_credential_in(struct vt_check *check, uint32_t function, uint32_t list,
                      struct vt_credential *credential);

/* How many letters of what FUNCTION itself hashes or checks as a password guard list LIST fixes, on
 * every way; *LAST is the condition on one of them. */
unsigned vt_credential_letters(struct vt_program *program, uint32_t function, uint32_t list,
                               struct vt_condition_ref *last);

/* True if event REF opens a shell, a port or an account. */
bool vt_event_opens(struct vt_program *program, struct vt_event_ref ref);

/* True if PARAMETER has the name of a password. */
bool vt_parameter_is_password(struct vt_program *program, struct vt_parameter parameter);

/* True if CONDITION tests the outcome of a library's comparison with such a constant or digest. */
bool vt_credential_tested(struct vt_check *check, struct vt_condition_ref condition);

#endif
