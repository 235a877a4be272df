/* Interned strings: equal texts have equal indices. */
#ifndef VT_ENGINE_BASE_STRINGS_H
#define VT_ENGINE_BASE_STRINGS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_strings;

/* A new table in ARENA. Index 0 is the empty string. */
struct vt_strings *vt_strings_new(struct vt_arena *arena);

/* The index of TEXT, of LENGTH bytes (which may hold NULs; copied). */
uint32_t vt_strings_add(struct vt_strings *strings, const char *text, size_t length);

/* The same for a NUL-terminated text. */
uint32_t vt_intern(struct vt_strings *strings, const char *text);

/* The index of TEXT if it is there, else UINT32_MAX. */
uint32_t vt_strings_find(const struct vt_strings *strings, const char *text);

/* The text at INDEX, NUL-terminated behind its length; "" for an index out of range. */
const char *vt_string(const struct vt_strings *strings, uint32_t index);
size_t vt_string_length(const struct vt_strings *strings, uint32_t index);
uint32_t vt_strings_count(const struct vt_strings *strings);

#ifdef __cplusplus
}
#endif
#endif
