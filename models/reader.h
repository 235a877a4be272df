/* The inside of a reader: what parse.c fills and overlay.c finishes. */
#ifndef VT_MODELS_READER_H
#define VT_MODELS_READER_H

#include <stdint.h>

#include "models/parse.h"

struct vt_reader_function {
    const char *name;
    const char *file;    /* for messages */
    const char *as;      /* NULL, or the function whose rows it has */
    size_t first, nrows; /* its rows in the reader, unless it is a copy */
    bool has_map;        /* else arguments stay where they are */
    uint8_t nmap;
    int8_t map[VT_MODEL_ARGUMENTS]; /* argument of `as` -> argument here */
};

struct vt_reader {
    struct vt_arena *arena;
    const struct vt_models *base;
    const char *file, *library; /* being read */
    size_t nrows, row_capacity;
    struct vt_row *rows;
    size_t nfunctions, function_capacity;
    struct vt_reader_function *functions;
    size_t npatterns, pattern_capacity;
    struct vt_pattern *patterns;
    size_t nclasses, class_capacity;
    struct vt_model_class *classes;
    uint8_t digest[32];
};

/* Chains one more file into the digest: SHA-256(digest so far, SHA-256(TEXT)). */
void vt_reader_digest(struct vt_reader *reader, const char *text, size_t size);

#endif
