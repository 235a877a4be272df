/* The weaknesses rules refer to, by MITRE's Common Weakness Enumeration. */
#ifndef VT_SARIF_CWE_H
#define VT_SARIF_CWE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The number of the next "CWE-NNN" in the comma-separated *LIST (NULL at its end), and false if
 * there is none. What is no such id is skipped. */
bool vt_cwe_next(const char **list, unsigned *number);

/* The title of weakness NUMBER, or NULL if it is not among those we know. */
const char *vt_cwe_title(unsigned number);

#ifdef __cplusplus
}
#endif
#endif
