/* Chunked bump allocation. See arena.h. */
#include "engine/base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALIGNMENT   16u
#define FIRST_CHUNK ((size_t)8 << 10)
#define LAST_CHUNK  ((size_t)1 << 20)

/* A block of memory from malloc; what is handed out follows it. */
struct chunk {
    struct chunk *next;
    size_t size, used; /* of the bytes behind this header */
};

_Static_assert(sizeof(struct chunk) <= 2 * ALIGNMENT, "the header fits before aligned memory");
#define HEADER ((sizeof(struct chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

struct vt_arena {
    struct chunk *chunks; /* the newest first; only it has room */
    size_t handed_out;
    size_t next_chunk;
};

void vt_out_of_memory(void) {
    static const char text[] = "vitrine: out of memory\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    abort();
}

struct vt_arena *vt_arena_new(void) {
    struct vt_arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        vt_out_of_memory();
    arena->next_chunk = FIRST_CHUNK;
    return arena;
}

void vt_arena_free(struct vt_arena *arena) {
    if (!arena)
        return;
    for (struct chunk *chunk = arena->chunks; chunk;) {
        struct chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    free(arena);
}

/* A chunk with room for SIZE bytes, zeroed; in no list yet. */
static struct chunk *new_chunk(size_t size) {
    if (size > SIZE_MAX - HEADER)
        vt_out_of_memory();
    struct chunk *chunk = calloc(1, HEADER + size);
    if (!chunk)
        vt_out_of_memory();
    chunk->size = size;
    return chunk;
}

#ifdef VT_ARENA_MALLOC

/* One object, one malloc: its end is the end of the malloc, so that sanitizers see overruns. */
static void *take(struct vt_arena *arena, size_t size) {
    struct chunk *chunk = new_chunk(size);
    chunk->next = arena->chunks;
    chunk->used = size;
    arena->chunks = chunk;
    return (char *)chunk + HEADER;
}

#else

static void *take(struct vt_arena *arena, size_t size) {
    size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct chunk *chunk = arena->chunks;
    if (rounded > LAST_CHUNK / 4 && (!chunk || chunk->size - chunk->used < rounded)) {
        /* A big object gets a chunk of its own, behind the one that still has room. */
        struct chunk *own = new_chunk(rounded);
        own->used = rounded;
        own->next = chunk ? chunk->next : NULL;
        *(chunk ? &chunk->next : &arena->chunks) = own;
        return (char *)own + HEADER;
    }
    if (!chunk || chunk->size - chunk->used < rounded) {
        size_t wanted = rounded > arena->next_chunk ? rounded : arena->next_chunk;
        chunk = new_chunk(wanted);
        chunk->next = arena->chunks;
        arena->chunks = chunk;
        if (arena->next_chunk < LAST_CHUNK)
            arena->next_chunk *= 2;
    }
    void *memory = (char *)chunk + HEADER + chunk->used;
    chunk->used += rounded;
    return memory;
}

#endif

void *vt_alloc(struct vt_arena *arena, size_t size) {
    assert(arena);
    if (size == 0)
        size = 1;
    if (size > SIZE_MAX / 2)
        vt_out_of_memory();
    arena->handed_out += size;
    return take(arena, size);
}

void *vt_alloc_array(struct vt_arena *arena, size_t count, size_t size) {
    assert(size == 0 || count <= SIZE_MAX / 2 / size);
    return vt_alloc(arena, count * size);
}

void *vt_alloc_copy(struct vt_arena *arena, const void *data, size_t size) {
    void *copy = vt_alloc(arena, size);
    if (size)
        memcpy(copy, data, size);
    return copy;
}

char *vt_alloc_text(struct vt_arena *arena, const char *text) {
    return vt_alloc_copy(arena, text, strlen(text) + 1);
}

char *vt_alloc_format(struct vt_arena *arena, const char *format, ...) {
    assert(format);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    char *text = vt_alloc(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

size_t vt_arena_used(const struct vt_arena *arena) {
    return arena->handed_out;
}

void *vt_grow_more(struct vt_arena *arena, void *items, size_t count, size_t *capacity,
                   size_t size) {
    assert(count <= SIZE_MAX / 4);
    size_t room = *capacity ? *capacity * 2 : 8;
    while (room <= count)
        room *= 2;
    void *moved = vt_alloc_array(arena, room, size);
    if (*capacity)
        memcpy(moved, items, *capacity * size);
    *capacity = room;
    return moved;
}
