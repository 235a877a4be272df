/* What code of the program is known by, whatever it is called: loops that compare, spell, scramble
 * or draw numbers, rounds of ciphers, tables of algorithms. Private to the engine; each file says
 * how it recognises what it does.
 */
#ifndef VT_ENGINE_IDIOMS_H
#define VT_ENGINE_IDIOMS_H

#include "engine/unit/analysis.h"

/* ---- alike.c ----------------------------------------------------------------------------- */

/* Adds an event for each loop that holds two strings of bytes against each other. */
void vt_alike_find(struct vt_analysis *analysis);

/* If VALUE, as it is at instruction AT behind such a loop, tells how far that got, what the loop
 * compared decides NODE. */
void vt_alike_decide(struct vt_analysis *analysis, uint32_t value, uint32_t at, uint32_t node);

/* Adds PAIR to those of the analysis, and an event for it: DECIDES tells what the outcome does to
 * the loop, value LENGTH how many bytes are compared, or VT_NONE. */
void vt_pair_add(struct vt_analysis *analysis, const struct vt_pair *pair, const char *decides,
                 uint32_t length);

/* True if there is a way from BLOCK round to HEADER, the first block of a loop. */
bool vt_comes_round(const struct vt_analysis *analysis, uint32_t header, uint32_t block);

/* The block in whose loop LOAD reads one byte after the other, or VT_NONE. */
uint32_t vt_byte_loop(const struct vt_analysis *analysis, uint32_t load);

/* ---- alphabet.c -------------------------------------------------------------------------- */

/* VT_TAG_ENCODE if LOAD picks a letter out of an alphabet, VT_TAG_DECODE if it picks the number of
 * a letter; else 0. */
uint32_t vt_alphabet_of(const struct vt_analysis *analysis, const struct vt_inst *load);

/* ---- letters.c --------------------------------------------------------------------------- */

/* Adds an event for each text that is recognised one letter at a time. */
void vt_letters_find(struct vt_analysis *analysis);

/* If VALUE, as it is at instruction AT, tells how many letters came, they decide NODE. */
void vt_letters_decide(struct vt_analysis *analysis, uint32_t value, uint32_t at, uint32_t node);

/* ---- scramble.c -------------------------------------------------------------------------- */

/* Adds an event for each loop that scrambles bytes by what the program has in itself. */
void vt_scramble_find(struct vt_analysis *analysis);

/* ---- rounds.c ---------------------------------------------------------------------------- */

/* Adds an event for each loop that does the rounds of a block cipher without tables. */
void vt_rounds_find(struct vt_analysis *analysis);

/* ---- generators.c ------------------------------------------------------------------------ */

/* Adds an event for each generator of the program's own that can be predicted. */
void vt_generators_find(struct vt_analysis *analysis);

/* ---- counts.c ---------------------------------------------------------------------------- */

/* Adds an event for each number that is counted up and of which only the lowest bits are used. */
void vt_counts_find(struct vt_analysis *analysis);

/* ---- most.c ------------------------------------------------------------------------------ */

/* The most that VALUE of FUNCTION may be, a number that is not large, as far as the unit tells:
 * into *MOST; false if it does not. */
bool vt_most_of(const struct vt_ir *ir, const struct vt_ir_function *function, uint32_t value,
                int64_t *most);

/* ---- laps.c ------------------------------------------------------------------------------ */

/* How often the innermost loop around BLOCK of CFG's function comes by it, at most: 0 if there is
 * none, or if nobody says. ARENA is for the work. */
unsigned vt_laps(const struct vt_ir *ir, const struct vt_cfg *cfg, uint32_t block,
                 struct vt_arena *arena);

/* By block: it is in the loop that begins at HEADER; NULL if none does. In ARENA. */
const bool *vt_loop_blocks(const struct vt_cfg *cfg, uint32_t header, struct vt_arena *arena);

/* How often all loops of a function together come by a block, at most; the outermost alone, and its
 * first block, or VT_NONE. */
struct vt_laps {
    uint64_t all;
    unsigned outer; /* 1: there is no loop */
    uint32_t header;
};

/* The same for all loops around BLOCK; false if nobody says, then for those inside of the first of
 * which nobody does. */
bool vt_laps_all(const struct vt_ir *ir, const struct vt_cfg *cfg, uint32_t block,
                 struct vt_laps *laps, struct vt_arena *arena);

/* How often one loop of the unit, whichever does most often, calls the function in all its laps. */
unsigned vt_called_laps(const struct vt_analysis *analysis);

/* ---- keystream.c ------------------------------------------------------------------------- */

/* The word that VALUE is, turned left by *AMOUNT bits (a constant); VT_NONE if it is none. */
uint32_t vt_rotated(const struct vt_analysis *analysis, uint32_t value, unsigned *amount);

/* Adds an event for each key stream of a cipher of the program's own, and for what is covered. */
void vt_keystream_find(struct vt_analysis *analysis);

/* ---- cleared.c --------------------------------------------------------------------------- */

/* Adds an event for each place that takes bits away where the caller put them. */
void vt_cleared_find(struct vt_analysis *analysis);

/* ---- entries.c --------------------------------------------------------------------------- */

/* Bytes from the beginning of SYMBOL, a constant of this unit alone, beyond which nothing reads it;
 * 0 if that is not known. ARENA is for the work. */
size_t vt_entries_read(const struct vt_ir *ir, uint32_t symbol, struct vt_arena *arena);

/* ---- pads.c ------------------------------------------------------------------------------ */

/* By function of the IR: the instruction that makes the inner pad of an HMAC to which no outer one
 * belongs that anything reads; or VT_NONE. In ARENA. */
uint32_t *vt_pads_find(const struct vt_condenser *shared, struct vt_arena *arena);

/* ---- stalled.c --------------------------------------------------------------------------- */

/* Where a loop covers data with a key stream that begins anew: INST, or VT_NONE; with each "block",
 * or where the only "byte" of its counter is full. */
struct vt_stalled {
    uint32_t inst;
    const char *repeats;
};

/* By function of the IR; TABLES are those of block ciphers, by symbol. In ARENA. */
struct vt_stalled *vt_stalled_find(const struct vt_condenser *shared, const bool *tables,
                                   struct vt_arena *arena);

/* ---- lookups.c --------------------------------------------------------------------------- */

/* A function of the unit, by number, that reads entries of tables which data choose. */
struct vt_lookups {
    uint64_t all;    /* how many, at most, each time that it is called; 0: none, or nobody says */
    uint64_t lap;    /* of them, those of one lap of the loop that makes most in one */
    uint32_t at;     /* the first instruction of that loop that makes some */
    bool ends_apart; /* its last lap is unlike the others, or as many are made behind it */
};

/* True if FUNCTION reads entries that data choose of TABLES (by symbol: it is one). */
bool vt_looks_up(const struct vt_ir_function *function, const bool *tables);

/* What the functions of the IR read of TABLES (by symbol: it is one); by function, in ARENA. */
struct vt_lookups *vt_lookups_count(const struct vt_condenser *shared, const bool *tables,
                                    struct vt_arena *arena);

/* ---- recognise.c ------------------------------------------------------------------------- */

/* Adds an event for each known table of an algorithm that the unit holds. */
void vt_recognise(struct vt_condenser *shared);

#endif
