/* Reference tables (models/tables/) as C source, for vitrine-modelc. */
#ifndef VT_MODELS_COMPILE_TABLES_H
#define VT_MODELS_COMPILE_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;
struct vt_reference;

struct vt_table_list {
    struct vt_reference *items;
    size_t count, capacity;
};

/* Adds the tables of one file of SIZE bytes of TEXT to LIST; NAME stands for the file in messages.
 * All lives in ARENA. */
bool vt_tables_read(struct vt_table_list *list, const char *name, const char *text, size_t size,
                    struct vt_arena *arena, struct vt_error *error);

/* Prints LIST as an array `references` of struct vt_reference, and the same made ready for
 * searching as `lookup`; ARENA is for work. */
void vt_tables_print(FILE *out, const struct vt_table_list *list, struct vt_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
