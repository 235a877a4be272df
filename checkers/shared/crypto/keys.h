/* Keys of symmetric ciphers: how long they are, and which were drawn as they are. */
#ifndef VT_CHECKERS_KEYS_H
#define VT_CHECKERS_KEYS_H

#include "checkers/shared/ask.h"

/* No key is longer. */
#define VT_MOST_KEY_BITS 512

/* Bits of the key of REF, by the length that is told or the least that its algorithms take; 0 if
 * that is not known. */
unsigned vt_key_bits(struct vt_program *program, struct vt_event_ref ref);

/* True if SOURCE, a constant, is where a generator's own key begins, or what a seed is condensed
 * by: zeros, or bytes counted from 0, and what is encrypted under it becomes a key near REF, which
 * uses it (NIST SP 800-90A). */
bool vt_key_begins_generator(struct vt_program *program, struct vt_event_ref ref,
                             const struct vt_source *source);

/* A draw from a strong generator all of whose bytes are bytes of a key: whoever has what was drawn
 * has the key. A draw that is cut into a key and other things is none. */
struct vt_drawn_key {
    struct vt_event_ref draw;
    unsigned bytes;
    const struct vt_trace *trace; /* its way to where it is a key */
    const struct vt_source *source;
};

/* The draws of that kind, one for each use as a key, in ARENA; *COUNT is their number. */
struct vt_drawn_key *vt_drawn_keys(struct vt_program *program, struct vt_arena *arena,
                                   size_t *count);

/* The one that SOURCE of TRACE is, if its bytes come as they are, neither hashed nor mixed with a
 * key, and were drawn by the same calls, as far as its way tells: a function that draws gives
 * something else at each place that calls it. NULL if there is none. In ARENA. */
const struct vt_drawn_key *vt_drawn_find(const struct vt_drawn_key *keys, size_t count,
                                         const struct vt_trace *trace,
                                         const struct vt_source *source, struct vt_arena *arena);

#endif
