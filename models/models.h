/* Models: the built-in table, and rows the user adds at run time. */
#ifndef VT_MODELS_H
#define VT_MODELS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/facts/model.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;

/* The models compiled into this build. */
extern const struct vt_models vt_builtin_models;

/* Reads the model file at PATH and lays its rows over BASE: functions the file names lose their
 * rows in BASE. The result and all it refers to live in ARENA; its digest covers both. NULL with a
 * message that names file, row and member if the file is not a valid model. */
const struct vt_models *vt_models_load(const struct vt_models *base, const char *path,
                                       struct vt_arena *arena, struct vt_error *error);

/* The same from SIZE bytes of TEXT; NAME stands for the file in messages. */
const struct vt_models *vt_models_parse(const struct vt_models *base, const char *name,
                                        const char *text, size_t size, struct vt_arena *arena,
                                        struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
