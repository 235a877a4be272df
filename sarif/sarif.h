/* Findings to SARIF 2.1.0 (OASIS Standard, Errata 01). docs/sarif.md tells what stands where. */
#ifndef VT_SARIF_H
#define VT_SARIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "engine/finding/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_channels;
struct vt_error;
struct vt_inventory;

/* What a report says beside its findings. All texts are the caller's. */
struct vt_report {
    const struct vt_findings *findings;
    const struct vt_program *program; /* units, files and blind spots are read from it */
    const char *image;                /* path of the image the report is about, or NULL */
    uint8_t image_digest[32];         /* its SHA-256, if image is set */
    const char *const *missing;       /* units of the image without facts: their digests */
    size_t nmissing;
    const struct vt_channels *channels;   /* held against a declaration; NULL: none was given */
    const struct vt_inventory *inventory; /* the same of cryptography; or NULL */
    bool complete;                        /* nothing is missing or could not be read */
    const char *command_line;             /* "vitrine report app build", no absolute paths */
    const char *selection;                /* rules that ran, as for vt_rules_run; NULL: all */
    const char *source_root;              /* folder that relative source paths start from, to hash
                                             lines as GitHub does; NULL: sources are not read */
};

/* Writes REPORT as one SARIF log with one run. The same report gives the same bytes. False with a
 * message if writing to OUT fails. */
bool vt_sarif_write(const struct vt_report *report, FILE *out, struct vt_error *error);

/* The fingerprint vitrine/v1 of FINDING, which has a key: 64 hexadecimal digits. */
void vt_finding_print(const struct vt_finding *finding, char print[65]);

/* How a finding is called for short: so many digits of its fingerprint. */
enum { VT_SHORT_ID = 8 };

#ifdef __cplusplus
}
#endif
#endif
