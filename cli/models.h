/* Models as commands take them: the built-in ones and those of every --models FILE. */
#ifndef VT_CLI_MODELS_H
#define VT_CLI_MODELS_H

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_arguments;
struct vt_error;
struct vt_models;

/* The models for ARGUMENTS, in ARENA; NULL with a message that names the file if one is broken. */
const struct vt_models *vt_models_given(const struct vt_arguments *arguments,
                                        struct vt_arena *arena, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
