/* Bits packed by what is like them: an adaptive arithmetic coder.
 *
 * Each bit is predicted by what followed in several contexts so far, the predictions are mixed by
 * weights that are learned on the way, and the coder spends on a bit what it was unlikely to be.
 * (Context mixing after M. Mahoney, "Adaptive Weighing of Context Models for Lossless Data
 * Compression", 2005.) Facts are many small tables, which differ from each other more than from
 * themselves: there this is worth far more than a dictionary. All in integers: the same everywhere.
 */
#ifndef VT_ENGINE_BINARY_PACK_H
#define VT_ENGINE_BINARY_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

enum {
    VT_PACK_INPUTS = 7,
    VT_PACK_WEIGHTS = 8 /* the last is not used */,
    VT_PACK_ROW = 16,
    VT_PACK_ODDS = 2047
};

/* Slots, as a power of two: at most 16 MB. */
enum { VT_PACK_FEWEST_SLOT_BITS = 16, VT_PACK_MOST_SLOT_BITS = 23 };

enum vt_pack_mode { VT_PACK_WRITE, VT_PACK_READ, VT_PACK_LEARN };

struct vt_pack {
    enum vt_pack_mode mode; /* LEARN: bits are taken notice of, nothing is read or written */
    struct vt_arena *arena;
    /* Rows by hash of a context: a mark that tells whose it is, and then slots, each the
     * probability of a one (12 bits) and how often it was seen (4). */
    uint16_t *slots;
    unsigned slot_bits;
    uint16_t *rows[VT_PACK_INPUTS]; /* VT_PACK_ROW slots each: the contexts that count now */
    bool shares_rows;               /* two of them are one, by chance */
    int32_t (*weights)[VT_PACK_WEIGHTS];
    int16_t *stretch;     /* by probability of 12 bits: its odds */
    int16_t *squashed;    /* the other way round, by odds + VT_PACK_ODDS */
    int16_t *paces;       /* by times seen: how much of what it was off a slot learns, of 65536; up
                             to 65535 as bits */
    uint32_t low, high;   /* the interval */
    uint32_t code;        /* reading: where in it */
    const uint8_t *bytes; /* reading */
    uint8_t *written;
    size_t at, size, capacity;
};

/* Slots (a power of two of them) for facts of about VALUES numbers, as that power. */
unsigned vt_pack_slot_bits(size_t values);

/* Sets up PACK in LEARN mode, with 2^SLOT_BITS slots and NSETS sets of weights from ARENA. */
void vt_pack_init(struct vt_pack *pack, struct vt_arena *arena, unsigned slot_bits, unsigned nsets);

/* Goes on to write, or to read from the SIZE bytes at BYTES (kept, not owned). */
void vt_pack_write(struct vt_pack *pack);
void vt_pack_read(struct vt_pack *pack, const uint8_t *bytes, size_t size);

/* Where the rows of the contexts are whose hashes are given; PLACE tells apart what has more than
 * one row of nodes. They are on their way from memory then, which takes longer than all else. */
void vt_pack_locate(const struct vt_pack *pack, const uint32_t hashes[VT_PACK_INPUTS],
                    uint32_t place, uint32_t rows[VT_PACK_INPUTS]);

/* What is asked next depends on these ROWS. */
void vt_pack_enter(struct vt_pack *pack, const uint32_t rows[VT_PACK_INPUTS]);

/* Both. */
void vt_pack_row(struct vt_pack *pack, const uint32_t hashes[VT_PACK_INPUTS], uint32_t place);

/* BIT, or (reading) the next one, as predicted at node NODE (1 .. VT_PACK_ROW - 1) of the row. SET
 * is the set of weights. */
bool vt_pack_bit(struct vt_pack *pack, unsigned set, unsigned node, bool bit);

/* The same for a bit that nothing is known of. */
bool vt_pack_any_bit(struct vt_pack *pack, bool bit);

/* Ends writing; the bytes are in the arena. */
const uint8_t *vt_pack_finish(struct vt_pack *pack, size_t *size);

/* Reading: true if no more was read than there is. */
bool vt_pack_is_within(const struct vt_pack *pack);

static inline uint32_t vt_pack_hash(uint32_t a, uint32_t b) {
    uint32_t hash = (a ^ (a >> 15)) * 0x2c1b3c6du + (b + 0x9e3779b9u) * 0x85ebca6bu;
    return hash ^ hash >> 13;
}

#ifdef __cplusplus
}
#endif
#endif
