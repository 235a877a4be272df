/* Words and numbers from outside that stand before something. */
#ifndef VT_CHECKERS_WORD_H
#define VT_CHECKERS_WORD_H

#include "checkers/shared/trapdoor/trap.h"

struct vt_word {
    struct vt_trigger trigger; /* about data from outside that equal, or hold, a constant */
    char letters[32];          /* those that are compared one by one at places nobody knows */
    size_t nletters;
    bool is_short; /* a number that may come by chance */
    bool is_name;  /* what a name service says that the peer is called */
};

/* Finds the word or number from outside that must come for event REF to happen, always: of several
 * the one furthest from it, but a peer's name, a number, or letters compared one by one, rather
 * than a word of a list. One byte is no word. False if there is none. */
bool vt_word_find(struct vt_check *check, struct vt_event_ref ref, struct vt_word *word);

/* The same, or else a number that may come by chance, but that ends nothing: the kind of a message,
 * a sum. Of several the one next to the event. From the network; or with HERE, a byte of the
 * environment, or how many words the program is given, if they are many. */
bool vt_word_find_short(struct vt_check *check, struct vt_event_ref ref, bool here,
                        struct vt_word *word);

/* True if NUMBER is one that nobody writes by chance. */
bool vt_word_is_magic(int64_t number);

/* True if everyone knows TEXT, and nothing is kept from anybody by asking for it: "anonymous". */
bool vt_word_is_public(struct vt_program *program, const char *text);

/* The same of what guard list GUARDS of FUNCTION says, without its callers. */
bool vt_word_in_list(struct vt_check *check, uint32_t function, uint32_t guards,
                     struct vt_word *word);

/* The same of CONDITION alone. */
bool vt_word_at(struct vt_check *check, struct vt_condition_ref condition, struct vt_word *word);

/* Adds what speaks for and against its being a secret:
 *   `network` (+15) or `local-peer` (-15), `looked-up` (+15), `alone` (+15), `listed` (-30) or
 *   `said` (-30),
 *   `concealed` (+15), `option` (-25), `unmentioned` (+10) or `documented` (-40), `short` (-20),
 *   `version` (-45). */
void vt_word_weigh(struct vt_check *check, struct vt_finding *finding, const struct vt_word *word);

/* Adds `authenticated` (-50) if who sends it has logged in before REF. */
void vt_word_weigh_login(struct vt_check *check, struct vt_finding *finding,
                         struct vt_event_ref ref);

#endif
