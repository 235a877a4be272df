/* The files a report speaks of: run.artifacts, and the index of each. */
#ifndef VT_SARIF_ARTIFACTS_H
#define VT_SARIF_ARTIFACTS_H

#include "sarif/json.h"
#include "sarif/sarif.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

/* One file. Units that were compiled in different folders, or at different times, may have read
 * different files by one path: these are several artifacts. */
struct vt_artifact {
    const char *path; /* normalised */
    const char *uri;  /* see uri.h */
    bool is_system;   /* the URI is absolute */
    bool is_main;     /* main file of a unit */
    bool is_image;
    const uint8_t (*digest)[32]; /* SHA-256, or NULL if nobody tells */
    unsigned variant;            /* 1 for the first of its path, then 2, 3, ... */
    unsigned nvariants;          /* of the first: how many more there are */
};

struct vt_artifacts {
    struct vt_arena *arena;
    struct vt_artifact *items;
    size_t count, capacity;
    struct vt_strings *keys; /* paths, and paths with digests */
    size_t *by_key;          /* by index in `keys` less 1: index in items */
    size_t room;             /* of by_key */
};

/* The image, if any, the files of all units, and those that only findings name, in this order. */
struct vt_artifacts *vt_artifacts_new(const struct vt_report *report, struct vt_arena *arena);

/* The index of the artifact for PATH as it stands in the facts of UNIT (NULL: not known whose);
 * SIZE_MAX for "". */
size_t vt_artifacts_find(const struct vt_artifacts *artifacts, const struct vt_unit *unit,
                         const char *path);

/* Writes run.artifacts and run.originalUriBaseIds. */
void vt_artifacts_write(const struct vt_artifacts *artifacts, struct vt_json *json);

/* Adds `artifactLocation` for artifact INDEX to PARENT under KEY. */
void vt_artifacts_locate(const struct vt_artifacts *artifacts, struct vt_json *json, cJSON *parent,
                         const char *key, size_t index);

#ifdef __cplusplus
}
#endif
#endif
