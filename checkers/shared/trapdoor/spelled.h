/* Words and numbers that a function holds something against, as far as it tells by itself: for
 * questions where it is enough that something unknown has to be that very constant. */
#ifndef VT_CHECKERS_SPELLED_H
#define VT_CHECKERS_SPELLED_H

#include "checkers/shared/ask.h"

enum vt_spelling {
    VT_SPELLED_TEXT,
    VT_SPELLED_SUM,     /* a number that is computed of all of something */
    VT_SPELLED_BYTES,   /* bytes that are computed with others, one by one */
    VT_SPELLED_LETTERS, /* letters that are tested one by one */
    VT_SPELLED_MARK,    /* bytes that are no text */
    VT_SPELLED_ORDER,   /* things one after the other, in the order of a table */
    VT_SPELLED_NUMBER,  /* one that is read from text */
    VT_SPELLED_MAGIC,   /* one that nobody chooses by chance, in memory */
};

struct vt_spelled {
    struct vt_condition_ref condition; /* that holds if it is equal */
    enum vt_spelling spelling;
    const char *text; /* TEXT */
    int64_t number;   /* SUM, NUMBER, MAGIC */
};

/* Finds a word that nobody would choose for a kind or a setting ("none"), or a number that stands
 * for one, and must be there on every way to what has guard list LIST of FUNCTION. Comparisons by
 * functions of the program count as well. False if there is none. */
bool vt_spelled_find(struct vt_program *program, uint32_t function, uint32_t list,
                     struct vt_spelled *spelled);

/* The word that nobody would choose for a setting and that the outcome of a comparison which NODE
 * of FUNCTION brings is about; NULL if it is none. */
const char *vt_spelled_outcome(struct vt_program *program, uint32_t function, uint32_t node);

/* The same as vt_spelled_find of event REF, or of a call of its function. */
bool vt_spelled_before(struct vt_program *program, struct vt_event_ref ref,
                       struct vt_spelled *spelled);

/* The same of any word, also of one that is the name of something. */
bool vt_spelled_text_before(struct vt_program *program, struct vt_event_ref ref,
                            struct vt_spelled *spelled);

/* The same as vt_spelled_find of CONDITION alone, which takes more than one letter. */
bool vt_spelled_at(struct vt_program *program, struct vt_condition_ref condition,
                   struct vt_spelled *spelled);

/* Finds a word or NUMBER that nothing may be, or hold, on every way to event REF or to a call of
 * its function: what was looked for is not there. False if there is none. */
bool vt_spelled_missing_before(struct vt_program *program, struct vt_event_ref ref,
                               struct vt_spelled *spelled);

/* "something equals "c7-9917"", no full stop; in ARENA. */
const char *vt_spelled_words(const struct vt_spelled *spelled, struct vt_arena *arena);

/* Adds what speaks for and against its being a secret: `concealed` (+15), `listed` (-30),
 * `unmentioned` (+10) or `documented` (-40). */
void vt_spelled_weigh(struct vt_check *check, struct vt_finding *finding,
                      const struct vt_spelled *spelled);

#endif
