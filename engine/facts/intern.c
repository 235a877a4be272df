#include "engine/facts/intern.h"

#include <string.h>

#include "engine/base/arena.h"

static uint32_t mix(uint32_t hash, uint32_t value) {
    hash ^= value + 0x9e3779b9u + (hash << 6) + (hash >> 2);
    return hash * 0x85ebca6bu;
}

static uint32_t mix_range(uint32_t hash, struct vt_range range) {
    return mix(mix(hash, (uint32_t)range.low), (uint32_t)range.high) + range.step * 31u +
           range.phase;
}

static uint32_t hash_of(const struct vt_rewrite *rewrite) {
    uint32_t hash = mix(rewrite->flags, rewrite->ntake * 7u + rewrite->nput);
    for (unsigned i = 0; i < rewrite->ntake; i++)
        hash = mix_range(hash, rewrite->take[i]);
    for (unsigned i = 0; i < rewrite->nput; i++)
        hash = mix_range(hash, rewrite->put[i]);
    if (rewrite->flags & VT_REWRITE_SHIFT)
        hash = mix(mix(hash, (uint32_t)rewrite->delta),
                   (uint32_t)rewrite->clip.low ^ (uint32_t)rewrite->clip.high);
    if (rewrite->flags & VT_REWRITE_EVERY)
        hash = mix(mix_range(hash, rewrite->bound), rewrite->step);
    return hash;
}

static void place(struct vt_rewrites *rewrites, uint32_t index) {
    size_t at = hash_of(&rewrites->items[index]) & (rewrites->nslots - 1);
    while (rewrites->slots[at])
        at = (at + 1) & (rewrites->nslots - 1);
    rewrites->slots[at] = index + 1;
}

struct vt_rewrites *vt_rewrites_new(struct vt_arena *arena) {
    struct vt_rewrites *rewrites = vt_alloc(arena, sizeof *rewrites);
    rewrites->arena = arena;
    vt_rewrites_add(rewrites, &vt_rewrite_identity);
    return rewrites;
}

uint32_t vt_rewrites_add(struct vt_rewrites *rewrites, const struct vt_rewrite *rewrite) {
    if (2 * (rewrites->count + 1) > rewrites->nslots) {
        rewrites->nslots = rewrites->nslots ? 2 * rewrites->nslots : 64;
        rewrites->slots =
            vt_alloc_array(rewrites->arena, rewrites->nslots, sizeof *rewrites->slots);
        for (uint32_t i = 0; i < rewrites->count; i++)
            place(rewrites, i);
    }
    size_t at = hash_of(rewrite) & (rewrites->nslots - 1);
    for (; rewrites->slots[at]; at = (at + 1) & (rewrites->nslots - 1))
        if (vt_rewrite_equal(&rewrites->items[rewrites->slots[at] - 1], rewrite))
            return rewrites->slots[at] - 1;
    rewrites->items = vt_grow(rewrites->arena, rewrites->items, rewrites->count,
                              &rewrites->capacity, sizeof *rewrites->items);
    rewrites->items[rewrites->count] = *rewrite;
    rewrites->slots[at] = (uint32_t)++rewrites->count;
    return (uint32_t)rewrites->count - 1;
}
