/* Reading model files: shared by the build-time compiler (compile.c) and by run time (load.c).
 *
 * A reader collects files, then finishes: copies made by `as` are written out, functions are
 * sorted, and the result lies over a base. Files are hostile input: the first mistake ends the
 * reading with one message that names file, function, row and member.
 */
#ifndef VT_MODELS_PARSE_H
#define VT_MODELS_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/facts/model.h"

#ifdef __cplusplus
extern "C" {
#endif

struct cJSON;
struct vt_arena;
struct vt_error;
struct vt_reader;

/* Most that a model file may hold. */
#define VT_MODEL_BYTES     (16u << 20) /* bytes of a file */
#define VT_MODEL_ROWS      (1u << 16)  /* rows of all files, copies included */
#define VT_MODEL_ARGUMENTS 32          /* arguments of a function */
#define VT_MODEL_OFFSET    65535       /* bytes into a struct */
#define VT_MODEL_PATTERNS  4096        /* patterns of all files */
#define VT_MODEL_STARS     4           /* "*" of a pattern, each of which doubles the work */

/* One word of the vocabulary: a class that rows of FACT may name. */
struct vt_model_class {
    enum vt_fact fact; /* ORIGIN, EFFECT, CHECK or ALLOC; VT_CLASS_OF_PATTERNS */
    const char *name;  /* dotted */
};

#define VT_CLASS_OF_PATTERNS VT_FACT_COUNT

/* The classes compiled into this build, sorted by fact and name. */
extern const struct vt_model_class vt_builtin_classes[];
extern const size_t vt_builtin_nclasses;

/* A reader whose result will lie over BASE (NULL: over nothing), and which knows CLASSES beside
 * those that files declare. Everything, the result too, lives in ARENA. */
struct vt_reader *vt_reader_new(struct vt_arena *arena, const struct vt_models *base,
                                const struct vt_model_class *classes, size_t nclasses);

/* Reads one file: SIZE bytes of TEXT; NAME stands for it in messages. A class must be declared in
 * an earlier file or in the same one. */
bool vt_reader_add(struct vt_reader *reader, const char *name, const char *text, size_t size,
                   struct vt_error *error);

/* The models: rows in the order of vt_models, patterns of the files before those of the base. NULL
 * if a copy's original is not there, or a function stands twice. */
const struct vt_models *vt_reader_finish(struct vt_reader *reader, struct vt_error *error);

/* All classes known after the files were read, sorted by fact and name. */
const struct vt_model_class *vt_reader_classes(const struct vt_reader *reader, size_t *count);

/* Parses SIZE bytes of TEXT as strict JSON (RFC 8259): valid UTF-8, no NUL in any form, nothing but
 * white space behind the value. (Duplicate keys are the reader's to find.) The caller deletes the
 * result with cJSON_Delete; NULL with a message that names NAME and the line. */
struct cJSON *vt_json_parse(const char *name, const char *text, size_t size,
                            struct vt_error *error);

/* Reads the file at PATH, of at most VT_MODEL_BYTES, into ARENA (a NUL follows). */
char *vt_file_read(const char *path, struct vt_arena *arena, size_t *size, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
