/* Rewrites and edges are many and alike: each different rewrite is kept once. */
#ifndef VT_ENGINE_FACTS_INTERN_H
#define VT_ENGINE_FACTS_INTERN_H

#include <stddef.h>

#include "engine/facts/rewrite.h"

struct vt_arena;

/* Rewrites by index, in order of first use; index 0 is the identity. */
struct vt_rewrites {
    struct vt_arena *arena;
    struct vt_rewrite *items;
    size_t count, capacity;
    uint32_t *slots; /* index + 1 by hash, 0: free */
    size_t nslots;
};

struct vt_rewrites *vt_rewrites_new(struct vt_arena *arena);
uint32_t vt_rewrites_add(struct vt_rewrites *rewrites, const struct vt_rewrite *rewrite);

#endif
