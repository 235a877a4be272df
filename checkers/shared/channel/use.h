/* Where files become code: they are run, loaded, installed, or made ready for that. */
#ifndef VT_CHECKERS_USE_H
#define VT_CHECKERS_USE_H

#include "checkers/shared/ask.h"

struct vt_use {
    struct vt_event_ref ref;
    enum vt_role role;            /* of REF: what names the file; COMMAND: a shell's text */
    int base;                     /* how bad it is, if the file is not to be trusted, 0 .. 100 */
    const char *verb;             /* "is run" */
    bool prepares;                /* it is only made ready */
    const struct vt_trace *words; /* what names the file, or is part of its name */
};

/* The uses of files in the program, those that run them first; *COUNT of them, in the check's
 * arena. */
struct vt_use *vt_find_uses(struct vt_check *check, size_t *count);

/* True if TEXT can be a file's name, and not only that of its folder, or an end of it (".gz"). */
bool vt_use_is_name(const char *text);

#endif
