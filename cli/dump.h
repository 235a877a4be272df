/* Facts for people, and for FileCheck: every line stands on its own. */
#ifndef VT_CLI_DUMP_H
#define VT_CLI_DUMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_unit;

/* Prints what describes UNIT, its files, symbols and blind spots. */
void vt_dump_unit(const struct vt_unit *unit, FILE *out);

/* Prints the functions called NAME (NULL: all, and the initialisers); gives how many there were. */
size_t vt_dump_functions(const struct vt_unit *unit, const char *name, FILE *out);

/* Prints how many rows each table of UNIT has, and that its encoding took SIZE bytes. */
void vt_dump_stat(const struct vt_unit *unit, size_t size, FILE *out);

/* LENGTH bytes of TEXT in double quotes; what is not printable ASCII as C escapes. */
void vt_dump_text(const char *text, size_t length, FILE *out);

#ifdef __cplusplus
}
#endif
#endif
