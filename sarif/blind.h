/* What is said of each kind of blind spot, in both kinds of report. */
#ifndef VT_SARIF_BLIND_H
#define VT_SARIF_BLIND_H

#include "engine/facts/facts.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_blind_text {
    const char *id, *name;   /* "blind/asm", "InlineAssembly" */
    const char *level;       /* of its notification: "error", "warning", "note" */
    const char *message;     /* what is blind, {0}: what it is about, {1}: how often */
    const char *summary;     /* a sentence */
    const char *description; /* why it is blind */
    const char *help;        /* what to do about it */
    const char *one, *many;  /* "inline assembly", for counting */
};

/* Never NULL for a valid KIND. */
const struct vt_blind_text *vt_blind_text(enum vt_blind_kind kind);

#ifdef __cplusplus
}
#endif
#endif
