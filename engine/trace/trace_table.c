/* Tables of the solver: maps with integer keys, interned paths, rows. */
#include <assert.h>
#include <string.h>

#include "engine/program/program_impl.h"

#define FIRST_CAPACITY 256

void vt_map_init(struct vt_map *map, struct vt_arena *arena) {
    map->arena = arena;
    map->capacity = FIRST_CAPACITY;
    map->slots = vt_alloc_array(arena, map->capacity, sizeof *map->slots);
    map->used = 0;
    map->epoch = 1;
}

void vt_map_clear(struct vt_map *map) {
    map->used = 0;
    if (++map->epoch == 0) {
        memset(map->slots, 0, map->capacity * sizeof *map->slots);
        map->epoch = 1;
    }
}

/* Finalizer of MurmurHash3 (public domain): every bit of the key reaches every bit of the hash. */
static uint64_t mix(uint64_t key) {
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdu;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53u;
    return key ^ key >> 33;
}

uint64_t vt_hash_bytes(const void *bytes, size_t size) {
    const unsigned char *at = bytes;
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ at[i]) * 0x100000001b3u;
    return mix(hash);
}

static struct vt_slot *find_slot(const struct vt_map *map, uint64_t key) {
    size_t mask = map->capacity - 1;
    size_t at = mix(key) & mask;
    while (map->slots[at].epoch == map->epoch && map->slots[at].key != key)
        at = (at + 1) & mask;
    return &map->slots[at];
}

static void widen_map(struct vt_map *map) {
    struct vt_map old = *map;
    map->capacity *= 2;
    map->slots = vt_alloc_array(map->arena, map->capacity, sizeof *map->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].epoch == old.epoch)
            *find_slot(map, old.slots[i].key) = old.slots[i];
}

uint32_t *vt_map_put(struct vt_map *map, uint64_t key) {
    struct vt_slot *slot = find_slot(map, key);
    if (slot->epoch == map->epoch)
        return &slot->value;
    if (map->used * 4 >= map->capacity * 3) {
        widen_map(map);
        slot = find_slot(map, key);
    }
    map->used++;
    *slot = (struct vt_slot){key, VT_NONE, map->epoch};
    return &slot->value;
}

uint32_t vt_map_get(const struct vt_map *map, uint64_t key) {
    const struct vt_slot *slot = find_slot(map, key);
    return slot->epoch == map->epoch ? slot->value : VT_NONE;
}

void vt_paths_init(struct vt_paths *paths, struct vt_arena *arena) {
    *paths = (struct vt_paths){.arena = arena};
    vt_map_init(&paths->map, arena);
}

/* Only what a path means goes into its hash: ranges behind its count do not. */
static uint64_t hash_path(const struct vt_path *path) {
    assert(path->count <= VT_DEPTH);
    uint64_t hash = ((path->exact * 4u + path->deeper) * 4u + path->count) * 4u + path->open;
    for (unsigned i = 0; i < path->count; i++) {
        uint32_t low = (uint32_t)path->ranges[i].low;
        hash = mix(hash ^ vt_key(low, (uint32_t)path->ranges[i].high)) + i;
        hash += vt_key(path->ranges[i].step, path->ranges[i].phase);
    }
    return mix(hash);
}

uint32_t vt_paths_add(struct vt_paths *paths, const struct vt_path *path) {
    uint32_t *first = vt_map_put(&paths->map, hash_path(path));
    for (uint32_t i = *first; i != VT_NONE; i = paths->next[i])
        if (vt_path_equal(&paths->items[i], path))
            return i;
    size_t n = paths->count;
    paths->items = vt_grow(paths->arena, paths->items, n, &paths->capacity, sizeof *paths->items);
    paths->next = vt_grow(paths->arena, paths->next, n, &paths->next_capacity, sizeof *paths->next);
    paths->items[n] = *path;
    paths->next[n] = *first;
    *first = (uint32_t)n;
    paths->count++;
    return (uint32_t)n;
}

void vt_pairs_add(struct vt_pairs *pairs, uint32_t row, uint32_t item) {
    pairs->items =
        vt_grow(pairs->arena, pairs->items, pairs->count, &pairs->capacity, sizeof *pairs->items);
    pairs->items[pairs->count++] = (struct vt_pair){row, item};
}

struct vt_rows vt_rows_build(struct vt_arena *arena, uint32_t nrows, const struct vt_pairs *pairs) {
    struct vt_rows rows = {
        .offsets = vt_alloc_array(arena, (size_t)nrows + 1, sizeof *rows.offsets),
        .items = vt_alloc_array(arena, pairs->count, sizeof *rows.items),
    };
    for (size_t i = 0; i < pairs->count; i++) {
        assert(pairs->items[i].row < nrows);
        rows.offsets[pairs->items[i].row + 1]++;
    }
    for (uint32_t i = 0; i < nrows; i++)
        rows.offsets[i + 1] += rows.offsets[i];
    /* Filling moves each row's offset to its end; moving all by one row puts them back. */
    for (size_t i = 0; i < pairs->count; i++)
        rows.items[rows.offsets[pairs->items[i].row]++] = pairs->items[i].item;
    memmove(rows.offsets + 1, rows.offsets, nrows * sizeof *rows.offsets);
    rows.offsets[0] = 0;
    return rows;
}
