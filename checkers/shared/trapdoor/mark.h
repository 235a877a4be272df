/* Words and marks that what is parsed has to have, wherever it comes from: a library gets its data
 * from callers that nobody looked at. */
#ifndef VT_CHECKERS_MARK_H
#define VT_CHECKERS_MARK_H

#include "checkers/shared/trapdoor/trap.h"

struct vt_mark {
    struct vt_trigger trigger; /* EQUAL, with words; `text` NULL: a number, or bytes one by one */
    bool is_same;              /* what has the mark is where the event gets its data, too, */
    bool is_given;             /* and a parameter brings it: */
    struct vt_parameter given;
};

/* Finds what something must equal for REF to happen, always, in its own function or at the calls of
 * it: a text, a number that nobody writes by chance, or three bytes and more. Of several the one in
 * the data that REF gets in ROLE. False if there is none. */
bool vt_mark_find(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                  struct vt_mark *mark);

/* True if what MARK tells of are bytes that nobody types. */
bool vt_mark_is_untyped(const struct vt_trigger *mark);

/* True if MARK is of words and numbers as settings and languages have them: "Exec=", "#!map 2". */
bool vt_mark_is_keyword(const struct vt_trigger *mark);

#endif
