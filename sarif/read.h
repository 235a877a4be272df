/* Reports of vitrine, read back from SARIF. A file may come from anybody: what is missing or of
 * another type than it should be counts as not told, sizes are bounded, and texts are as they stand
 * there (sarif/page.h prints them harmlessly). */
#ifndef VT_SARIF_READ_H
#define VT_SARIF_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/finding/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;

/* A finding as its report tells it: without key; its rule has the texts of the report. */
struct vt_logged {
    struct vt_finding finding;
    const char *print; /* fingerprint vitrine/v1: 64 hexadecimal digits, or "" */
};

/* Something that was not looked at. */
struct vt_logged_blind {
    const char *about, *text; /* "net_open"; the sentence */
};

/* Something an entry of the program can do. */
struct vt_logged_capability {
    const char *entry, *kind, *class_name; /* "main", "main", "exec.shell" */
};

struct vt_logged_report {
    size_t nfindings, nblinds, ncapabilities;
    bool has_capabilities;      /* false: it was written by a vitrine that did not tell them */
    struct vt_logged *findings; /* those with a path, in the order of the file */
    struct vt_logged_blind *blinds;
    struct vt_logged_capability *capabilities;
};

/* Reads the report at PATH into REPORT, in ARENA. False with a message that names PATH if it cannot
 * be read, is longer than VT_MODEL_BYTES, or is no report of vitrine. */
bool vt_sarif_read(const char *path, struct vt_arena *arena, struct vt_logged_report *report,
                   struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
