/* The contents of the binary form: which field of a unit stands in which column. */
#ifndef VT_ENGINE_BINARY_LAYOUT_H
#define VT_ENGINE_BINARY_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;
struct vt_unit;

/* What decoding PACKED bytes may take in memory. */
static inline size_t vt_layout_budget(size_t packed) {
    return packed > SIZE_MAX / 128 ? SIZE_MAX / 2 : 64 * packed + 65536;
}

#define VT_FACTS_MAGIC  "VTRN"
#define VT_FACTS_HEADER 13 /* bytes before the contents */

/* UNIT (verified) as packed bytes in ARENA. *CHARGE becomes the memory that reading them takes. */
const uint8_t *vt_layout_write(const struct vt_unit *unit, struct vt_arena *arena, size_t *size,
                               size_t *charge);

/* Fills UNIT, whose arena is set, from BYTES; takes at most BUDGET bytes of memory, and 16 MB that
 * are free again afterwards. What it gives is of the right shape, but its indices are only as good
 * as vt_unit_verify finds them. */
bool vt_layout_read(const uint8_t *bytes, size_t size, size_t budget, struct vt_unit *unit,
                    struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
