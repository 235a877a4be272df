/* The commands that a program runs, as texts. */
#ifndef VT_CHECKERS_ERRAND_H
#define VT_CHECKERS_ERRAND_H

#include "checkers/shared/ask.h"

/* A command: of a shell, a constant part of its text; of a program that is run, its path and what
 * it is given, in one text whose words may stand in another order, or one text that it is given. */
struct vt_errand {
    struct vt_event_ref ref;
    const struct vt_trace *trace;   /* of the command, or what the program is given */
    const struct vt_source *source; /* the text, or the first of several */
    const char *text;
    bool is_open; /* something from outside is part of it: more than where this program lies */
};

/* Looks at one command; CONTEXT is the rule's. True: nothing more is to be said of its event. */
typedef bool (*vt_errand_visit)(struct vt_check *check, const struct vt_errand *errand,
                                void *context);

/* Shows VISIT all commands of the program. */
void vt_errands(struct vt_check *check, vt_errand_visit visit, void *context);

#endif
