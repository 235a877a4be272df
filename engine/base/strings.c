/* Interning: open addressing with linear probing, at most three quarters full. See strings.h. */
#include "engine/base/strings.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"

#define EMPTY       UINT32_MAX
#define FIRST_SLOTS 64u

struct entry {
    const char *text;
    size_t length;
    uint32_t hash;
};

struct vt_strings {
    struct vt_arena *arena;
    struct entry *entries;
    uint32_t count;
    size_t capacity;
    uint32_t *slots; /* indices of entries, or EMPTY; their number is a power of two */
    uint32_t nslots;
};

/* FNV-1a (Fowler, Noll, Vo), 32 bits. */
static uint32_t hash_of(const char *text, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

/* The slot where TEXT is, or the empty one where it belongs. */
static uint32_t slot_of(const struct vt_strings *strings, const char *text, size_t length,
                        uint32_t hash) {
    uint32_t mask = strings->nslots - 1;
    for (uint32_t slot = hash & mask;; slot = (slot + 1) & mask) {
        uint32_t index = strings->slots[slot];
        if (index == EMPTY)
            return slot;
        const struct entry *entry = &strings->entries[index];
        if (entry->hash == hash && entry->length == length &&
            memcmp(entry->text, text, length) == 0)
            return slot;
    }
}

static void resize(struct vt_strings *strings, uint32_t nslots) {
    strings->slots = vt_alloc_array(strings->arena, nslots, sizeof *strings->slots);
    strings->nslots = nslots;
    memset(strings->slots, 0xff, nslots * sizeof *strings->slots);
    for (uint32_t i = 0; i < strings->count; i++) {
        uint32_t slot = strings->entries[i].hash & (nslots - 1);
        while (strings->slots[slot] != EMPTY)
            slot = (slot + 1) & (nslots - 1);
        strings->slots[slot] = i;
    }
}

struct vt_strings *vt_strings_new(struct vt_arena *arena) {
    struct vt_strings *strings = vt_alloc(arena, sizeof *strings);
    strings->arena = arena;
    resize(strings, FIRST_SLOTS);
    vt_strings_add(strings, "", 0);
    return strings;
}

uint32_t vt_strings_add(struct vt_strings *strings, const char *text, size_t length) {
    uint32_t hash = hash_of(text, length);
    uint32_t slot = slot_of(strings, text, length, hash);
    if (strings->slots[slot] != EMPTY)
        return strings->slots[slot];

    assert(strings->count < UINT32_MAX / 4);
    strings->entries = vt_grow(strings->arena, strings->entries, strings->count, &strings->capacity,
                               sizeof *strings->entries);
    char *copy = vt_alloc(strings->arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    uint32_t index = strings->count++;
    strings->entries[index] = (struct entry){copy, length, hash};
    strings->slots[slot] = index;
    if (strings->count > strings->nslots / 4 * 3)
        resize(strings, strings->nslots * 2);
    return index;
}

uint32_t vt_intern(struct vt_strings *strings, const char *text) {
    return vt_strings_add(strings, text, strlen(text));
}

uint32_t vt_strings_find(const struct vt_strings *strings, const char *text) {
    size_t length = strlen(text);
    return strings->slots[slot_of(strings, text, length, hash_of(text, length))];
}

const char *vt_string(const struct vt_strings *strings, uint32_t index) {
    return index < strings->count ? strings->entries[index].text : "";
}

size_t vt_string_length(const struct vt_strings *strings, uint32_t index) {
    return index < strings->count ? strings->entries[index].length : 0;
}

uint32_t vt_strings_count(const struct vt_strings *strings) {
    return strings->count;
}
