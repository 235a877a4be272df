/* Files that the program lets other programs fetch, by command, and then uses as code. */
#ifndef VT_CHECKERS_FETCHED_H
#define VT_CHECKERS_FETCHED_H

#include "checkers/shared/channel/errand.h"
#include "checkers/shared/channel/use.h"

struct vt_fetched {
    struct vt_errand fetch;
    const char *file;  /* as the command names it; "": what is fetched is run by that command */
    const char *url;   /* within the text of `fetch`, or NULL: it is not written there */
    bool is_plain;     /* it comes in the clear */
    struct vt_use use; /* `ref` is the command itself if `file` is empty */
};

/* Those of the program of which nobody looks at a signature or a digest, and that come in the clear
 * if IS_PLAIN, else that do not, or it is not known; *COUNT of them, in the check's arena. */
struct vt_fetched *vt_find_fetched(struct vt_check *check, bool is_plain, size_t *count);

/* Tells of FETCHED as what CHECK's rule finds. */
void vt_fetched_report(struct vt_check *check, const struct vt_fetched *fetched);

#endif
