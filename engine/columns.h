/* Bytes in columns: the alphabet of the binary form (encode.h, docs/facts-format.md).
 *
 * Every kind of field has a column of its own, because like stands beside like then and zlib finds
 * more to leave out. One description of the layout (layout.c) serves both directions: a coder that
 * writes stores *VALUE, one that reads sets it. A coder that has failed reads zeros and empty
 * arrays, so that callers check once, at the end.
 */
#ifndef VT_ENGINE_COLUMNS_H
#define VT_ENGINE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;

#define VT_MAX_COLUMNS 64

struct vt_column {
    uint8_t *bytes;
    size_t size, capacity; /* capacity: writing only */
    size_t at;             /* reading: what comes next */
};

struct vt_coder {
    bool reading, failed;
    struct vt_arena *arena; /* what is allocated on the way; reading: the unit's */
    struct vt_error *error;
    const char *const *names; /* of the columns, for messages */
    unsigned ncolumns;
    struct vt_column columns[VT_MAX_COLUMNS];
    const uint8_t *start; /* reading: what offsets in messages count from */
    size_t charge;        /* memory that reading takes, counted the same in both directions */
    size_t budget;        /* reading: what the charge may not exceed */
};

/* Sets up CODER to write NCOLUMNS columns, with memory from ARENA. */
void vt_coder_write(struct vt_coder *coder, struct vt_arena *arena, const char *const *names,
                    unsigned ncolumns);

/* The columns as one run of bytes in the coder's arena: the length of each, then all contents. */
uint8_t *vt_coder_finish(struct vt_coder *coder, size_t *size);

/* Sets up CODER to read what vt_coder_finish made, at BYTES (kept, not owned). */
bool vt_coder_read(struct vt_coder *coder, const char *const *names, unsigned ncolumns,
                   const uint8_t *bytes, size_t size, struct vt_error *error);

/* Fails (reading) unless every column was read to its end. */
bool vt_coder_done(struct vt_coder *coder);

/* Fails, naming COLUMN and the place in it. */
void vt_coder_fail(struct vt_coder *coder, unsigned column, const char *what);

/* Counts SIZE bytes of memory; false (reading) if that is over the budget. */
bool vt_coder_charge(struct vt_coder *coder, unsigned column, size_t size);

/* Numbers: LEB128, signed ones as zigzag. u32 and u8 fail on what does not fit. */
void vt_code_u64(struct vt_coder *coder, unsigned column, uint64_t *value);
void vt_code_i64(struct vt_coder *coder, unsigned column, int64_t *value);
void vt_code_u32(struct vt_coder *coder, unsigned column, uint32_t *value);
void vt_code_u8(struct vt_coder *coder, unsigned column, uint8_t *value);

/* An index or VT_NONE, which costs one byte. */
void vt_code_ref(struct vt_coder *coder, unsigned column, uint32_t *value);

/* *VALUE (any 32-bit number, also VT_NONE) as the difference to *LAST, which becomes *VALUE. */
void vt_code_delta(struct vt_coder *coder, unsigned column, uint32_t *value, uint32_t *last);

/* SIZE bytes as they are. */
void vt_code_bytes(struct vt_coder *coder, unsigned column, uint8_t *bytes, size_t size);

/* An array of elements of SIZE bytes; COLUMN, which every element has at least one byte in, gets
 * the count too. Writing: gives ITEMS. Reading: sets *COUNT, which the bytes left in COLUMN bound
 * before anything is allocated, and gives a new array (NULL if it is empty). */
void *vt_code_array(struct vt_coder *coder, unsigned column, void *items, uint32_t *count,
                    size_t size);

#ifdef __cplusplus
}
#endif
#endif
