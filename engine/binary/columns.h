/* Numbers in columns: the alphabet of the binary form (encode.h, docs/facts-format.md).
 *
 * Every kind of field is a column of its own, with statistics of its own (pack.h). One description
 * of the layout (layout.c) serves both directions: a coder that writes stores *VALUE, one that
 * reads sets it. A coder that has failed reads zeros and empty arrays, so that callers check once,
 * at the end.
 */
#ifndef VT_ENGINE_BINARY_COLUMNS_H
#define VT_ENGINE_BINARY_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/binary/pack.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;

#define VT_MAX_COLUMNS 80

/* A number and the contexts that it is told in. */
struct vt_number {
    uint64_t value;
    unsigned column;
    uint32_t hashes[VT_PACK_INPUTS], rows[VT_PACK_INPUTS];
};

#define VT_LATER 4 /* a power of two */

struct vt_coder {
    bool reading, failed;
    struct vt_arena *arena; /* what is allocated on the way; reading: the unit's */
    struct vt_error *error;
    const char *const *names; /* of the columns, for messages */
    struct vt_pack pack;
    uint32_t near, nearer, beside, alike, more_alike; /* what the next number depends on */
    uint32_t last[VT_MAX_COLUMNS][2];                 /* numbers last coded in a column */
    /* Writing: the last numbers, which are packed later: when their rows are there. */
    struct vt_number told[VT_LATER];
    uint32_t ntold, npacked;
    size_t charge; /* memory that reading takes, counted the same in both directions */
    size_t budget; /* reading: what the charge may not exceed */
};

/* Sets up CODER for NCOLUMNS columns, with memory from ARENA; SCRATCH is what may be freed when it
 * is done, SLOT_BITS as for vt_pack_init. Then vt_coder_write or vt_coder_read begins. */
void vt_coder_init(struct vt_coder *coder, struct vt_arena *arena, struct vt_arena *scratch,
                   const char *const *names, unsigned ncolumns, unsigned slot_bits);
void vt_coder_write(struct vt_coder *coder);
void vt_coder_read(struct vt_coder *coder, const uint8_t *bytes, size_t size,
                   struct vt_error *error);

/* The next number depends on these two, the second more than the first. */
static inline void vt_coder_near(struct vt_coder *coder, uint32_t near, uint32_t nearer) {
    coder->near = near;
    coder->nearer = nearer;
}

/* And, apart from these, on this one. */
static inline void vt_coder_beside(struct vt_coder *coder, uint32_t beside) {
    coder->beside = beside;
}

/* And on what stood there in others that are like this one, and in those that are more like it.
 * Where nothing is told, the numbers before in the column serve. */
static inline void vt_coder_alike(struct vt_coder *coder, uint32_t alike, uint32_t more) {
    coder->alike = alike;
    coder->more_alike = more;
}

/* Ends writing; gives the packed bytes, which are in the arena. */
const uint8_t *vt_coder_finish(struct vt_coder *coder, size_t *size);

/* Fails, naming COLUMN and the place in the packed bytes. */
void vt_coder_fail(struct vt_coder *coder, unsigned column, const char *what);

/* Counts SIZE bytes of memory; false (reading) if that is over the budget. */
bool vt_coder_charge(struct vt_coder *coder, unsigned column, size_t size);

/* Numbers; signed ones as zigzag. u32 and u8 fail on what does not fit. */
void vt_code_u64(struct vt_coder *coder, unsigned column, uint64_t *value);
void vt_code_i64(struct vt_coder *coder, unsigned column, int64_t *value);
void vt_code_u32(struct vt_coder *coder, unsigned column, uint32_t *value);
void vt_code_u8(struct vt_coder *coder, unsigned column, uint8_t *value);

/* An index or VT_NONE, which is the least. */
void vt_code_ref(struct vt_coder *coder, unsigned column, uint32_t *value);

/* *VALUE (any 32-bit number, also VT_NONE) as the difference to *LAST, which becomes *VALUE. */
void vt_code_delta(struct vt_coder *coder, unsigned column, uint32_t *value, uint32_t *last);

/* SIZE bytes of text, and of what is no more likely than anything else (a digest). */
void vt_code_text(struct vt_coder *coder, unsigned column, uint8_t *bytes, size_t size);
void vt_code_bytes(struct vt_coder *coder, unsigned column, uint8_t *bytes, size_t size);

/* An array of elements of SIZE bytes; COLUMN gets the count. Writing: gives ITEMS. Reading: sets
 * *COUNT, which the budget bounds, and gives a new array (NULL if it is empty). */
void *vt_code_array(struct vt_coder *coder, unsigned column, void *items, uint32_t *count,
                    size_t size);

#ifdef __cplusplus
}
#endif
#endif
