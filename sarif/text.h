/* Findings for people at a terminal. */
#ifndef VT_SARIF_TEXT_H
#define VT_SARIF_TEXT_H

#include "sarif/page.h"
#include "sarif/sarif.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes REPORT to OUT: each finding with its path, condition, evidence and doubts, then a summary.
 * With COLOUR, emphasis by ANSI escapes. Control characters in texts from the program are written
 * as escapes (\x1b), so that they cannot speak to the terminal. Errors stay in OUT (ferror). */
void vt_text_write(const struct vt_report *report, FILE *out, bool colour);

/* Writes one finding; PRINT is its fingerprint, of which the first digits are told. */
void vt_text_finding(const struct vt_page *page, const struct vt_finding *finding,
                     const char *print);

#ifdef __cplusplus
}
#endif
#endif
