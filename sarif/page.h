/* Texts for people at a terminal. What comes from the program or from a report goes through here.
 */
#ifndef VT_SARIF_PAGE_H
#define VT_SARIF_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

enum vt_style { VT_PLAIN, VT_BOLD, VT_DIM, VT_RED, VT_YELLOW, VT_CYAN };

struct vt_page {
    FILE *out;
    bool colour; /* emphasis by ANSI escapes */
    bool whole;  /* tell all steps of a path, however many */
};

/* Writes TEXT. Characters that a terminal obeys, or that turn the order of what is read, become
 * escapes (\x1b): a program's own strings must not be able to forge a report. */
void vt_page_text(const struct vt_page *page, const char *text);

/* Begins and ends emphasis; on a page without colour, nothing. */
void vt_page_begin(const struct vt_page *page, enum vt_style style);
void vt_page_end(const struct vt_page *page);

/* TEXT with emphasis. */
void vt_page_styled(const struct vt_page *page, enum vt_style style, const char *text);

/* TEXT in indented lines of at most 78 characters, where it has blanks. */
void vt_page_paragraph(const struct vt_page *page, const char *text);

#ifdef __cplusplus
}
#endif
#endif
