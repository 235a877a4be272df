/* What lets somebody into the host: a shell, a port, root's rights, the file of passwords. */
#ifndef VT_CHECKERS_OPENING_H
#define VT_CHECKERS_OPENING_H

#include "engine/finding/finding.h"

/* How an event opens the host. */
struct vt_opening {
    struct vt_event_ref ref;
    const char *verb; /* "`/bin/sh` is run", a clause without full stop */
    int base;         /* 0: it opens nothing */
    bool is_shell;
    bool is_root;   /* a shell, beside which the user becomes root */
    bool is_caller; /* a shell, beside which the user becomes whoever started the program */
    bool by_any;    /* by any word that comes from outside */
    bool by_lost;   /* by one that nobody would choose, wherever it comes from */
    bool by_sign;   /* by a file that is there or not, or the port of a peer */
};

/* How event REF opens the host. */
struct vt_opening vt_opening_of(struct vt_check *check, struct vt_event_ref ref);

/* True if FUNCTION makes the user root. */
bool vt_opening_makes_root(struct vt_program *program, uint32_t function);

/* True if event REF runs a shell or another interpreter, and tells it that code follows. */
bool vt_opening_interprets(struct vt_program *program, struct vt_event_ref ref);

#endif
