/* Reference tables (models/tables/) as C source, for vitrine-modelc. */
#ifndef VT_MODELS_COMPILE_TABLES_H
#define VT_MODELS_COMPILE_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_error;

/* Prints the tables of one file as elements of an array of struct vt_reference and adds their
 * number to *COUNT; NAME stands for the file in messages. */
bool vt_tables_print(FILE *out, const char *name, const char *text, size_t size, size_t *count,
                     struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
