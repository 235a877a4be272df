#include <string.h>

#include "plugin/extract_internal.h"

static size_t slot_of(const struct map *map, uint64_t key) {
    uint64_t hash = key * 0x9e3779b97f4a7c15u; /* Fibonacci hashing */
    size_t slot = (size_t)(hash >> 20) & (map->room - 1);
    while (map->keys[slot] && map->keys[slot] != key)
        slot = (slot + 1) & (map->room - 1);
    return slot;
}

uint32_t map_get(const struct map *map, uint64_t key) {
    if (!map->room)
        return VT_NONE;
    size_t slot = slot_of(map, key);
    return map->keys[slot] ? map->values[slot] : VT_NONE;
}

static void grow(struct map *map, struct vt_arena *arena) {
    struct map bigger = {.room = map->room ? map->room * 2 : 64, .count = map->count};
    bigger.keys = vt_alloc_array(arena, bigger.room, sizeof *bigger.keys);
    bigger.values = vt_alloc_array(arena, bigger.room, sizeof *bigger.values);
    for (size_t i = 0; i < map->room; i++) {
        if (!map->keys[i])
            continue;
        size_t slot = slot_of(&bigger, map->keys[i]);
        bigger.keys[slot] = map->keys[i];
        bigger.values[slot] = map->values[i];
    }
    *map = bigger;
}

void map_put(struct map *map, struct vt_arena *arena, uint64_t key, uint32_t value) {
    if (map->count * 2 >= map->room)
        grow(map, arena);
    size_t slot = slot_of(map, key);
    map->count += !map->keys[slot];
    map->keys[slot] = key;
    map->values[slot] = value;
}

void map_clear(struct map *map) {
    /* A small function after a big one must not pay for clearing the big one's table. */
    while (map->room > 64 && map->room > map->count * 8)
        map->room /= 2;
    map->count = 0;
    if (map->room)
        memset(map->keys, 0, map->room * sizeof *map->keys);
}
