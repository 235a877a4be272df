/* Memory with one lifetime.
 *
 * An arena hands out zeroed memory and frees all of it at once. vitrine has two lifetimes, the unit
 * and the function; each is one arena. With VT_ARENA_MALLOC defined (debug and sanitizer builds)
 * every allocation is a malloc of its own, so that sanitizers see its bounds.
 */
#ifndef VT_ENGINE_BASE_ARENA_H
#define VT_ENGINE_BASE_ARENA_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

/* Says so on stderr and aborts, as the host compiler does: nobody can go on without memory, and
 * checking for it everywhere would hide the checks that matter. */
__attribute__((noreturn)) void vt_out_of_memory(void);

/* A new, empty arena; never NULL: running out of memory ends in vt_out_of_memory(). */
struct vt_arena *vt_arena_new(void);

/* Frees everything the arena gave out, and the arena. NULL is allowed. */
void vt_arena_free(struct vt_arena *arena);

/* SIZE zeroed bytes, aligned for any object; a size of 0 gives a unique pointer. */
void *vt_alloc(struct vt_arena *arena, size_t size);

/* An array of COUNT zeroed elements of SIZE bytes. The product must not overflow (asserted). */
void *vt_alloc_array(struct vt_arena *arena, size_t count, size_t size);

/* A copy of the SIZE bytes at DATA. */
void *vt_alloc_copy(struct vt_arena *arena, const void *data, size_t size);

/* A NUL-terminated copy of TEXT. */
char *vt_alloc_text(struct vt_arena *arena, const char *text);

/* A formatted, NUL-terminated string. */
__attribute__((format(printf, 2, 3))) char *vt_alloc_format(struct vt_arena *arena,
                                                            const char *format, ...);

/* Bytes handed out so far: what budgets are held against. */
size_t vt_arena_used(const struct vt_arena *arena);

/* What vt_grow does where there is no room. */
void *vt_grow_more(struct vt_arena *arena, void *items, size_t count, size_t *capacity,
                   size_t size);

/* Makes room for element COUNT of a growing array that lives in ARENA: when COUNT reaches
 * *CAPACITY (or is beyond) the array at ITEMS moves to twice the room or more (new elements
 * zeroed). Gives the array. */
static inline void *vt_grow(struct vt_arena *arena, void *items, size_t count, size_t *capacity,
                            size_t size) {
    return count < *capacity ? items : vt_grow_more(arena, items, count, capacity, size);
}

#ifdef __cplusplus
}
#endif
#endif
