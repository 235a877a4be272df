/* What triggers an event: the conditions it stands under, in terms of what decides them.
 *
 * A guard (program.h) is a predicate over values of one function. A trigger is what a person would
 * say about it: which data of the outside world, changed how, is held against which constant. It is
 * found through wrappers ("the result of is_magic() is true"), flags that are set elsewhere, and
 * compares byte by byte. Conditions that say nothing to a person are left out: bounds of loops,
 * tests for NULL, errors of library functions.
 */
#ifndef VT_ENGINE_TRIGGER_H
#define VT_ENGINE_TRIGGER_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

enum vt_trigger_kind {
    VT_TRIGGER_ORIGIN,  /* data that come from outside the program: `class_name` says which */
    VT_TRIGGER_CALLER,  /* a parameter of a function that nobody in the program calls */
    VT_TRIGGER_CHECK,   /* the result of a check (`class_name`) */
    VT_TRIGGER_FLAG,    /* a global that the program sets to constants */
    VT_TRIGGER_COUNTER, /* one that the program counts */
};

enum vt_trigger_test {
    VT_TEST_EQUAL,
    VT_TEST_UNEQUAL,
    VT_TEST_LESS,
    VT_TEST_AT_MOST,
    VT_TEST_GREATER,
    VT_TEST_AT_LEAST,
    VT_TEST_CONTAINS, /* the constant stands somewhere in it */
    VT_TEST_LACKS,
    VT_TEST_BITS_SET, /* some of `mask` */
    VT_TEST_BITS_CLEAR,
    VT_TEST_SUCCEEDS, /* of a check */
    VT_TEST_FAILS,
    VT_TEST_DECIDES /* the outcome of a comparison decides; which way it must go is not known */
};

struct vt_trigger {
    enum vt_trigger_kind kind;
    enum vt_trigger_test test;
    struct vt_condition_ref condition; /* where it is tested */
    bool always;      /* on every way to the event; else on some, or one of `group` */
    bool is_cut;      /* the search for what is tested ran out: it may be something else */
    bool is_indirect; /* it stands before what sets the flag of the trigger before it */
    uint32_t group;   /* not 0: one of those with this number must hold */
    const struct vt_source *source; /* what is tested; of several, the most telling. NULL: a flag */
    uint32_t tags;                  /* what happened to it on its way */
    const char *class_name;         /* ORIGIN, CHECK; else "" */
    struct vt_event_ref compare;    /* the library comparison; function is VT_NONE without one */
    const char *text;               /* the constant as text or bytes, or NULL */
    size_t size;                    /* bytes in `text` */
    bool concealed;                 /* the constant is decoded first */
    bool has_number;
    int64_t number, mask; /* mask: as in struct vt_predicate */
    uint32_t year;        /* the constant is a date of it that the program puts together; or 0 */
    int32_t offset;       /* of the bytes compared in what came; -1: not known */
    const char *flag;     /* FLAG, COUNTER: name of the global, or "" */
    bool is_set_back;     /* COUNTER: the program stores a constant in it as well */
    uint32_t setter;      /* FLAG: function that sets it so, or VT_NONE */
    const char *words;    /* "what `recv` received equals "AB;"", no full stop */
};

/* The triggers of EVENT: its conditions in its own function, at the calls of the NSTEPS STEPS of a
 * flow to it (NULL: none), and on the way up as long as there is only one caller. In ARENA. */
struct vt_trigger *vt_triggers_find(struct vt_program *program, struct vt_event_ref event,
                                    const struct vt_flow_step *steps, size_t nsteps,
                                    struct vt_arena *arena, size_t *count);

/* The triggers that guard list GUARDS of FUNCTION says, without those of callers. They are the
 * program's: asking twice is cheap. */
const struct vt_trigger *vt_triggers_of_list(struct vt_program *program, uint32_t function,
                                             uint32_t guards, size_t *count);

/* The triggers that CONDITION says: none, one, or several if a function's verdict is tested. */
struct vt_trigger *vt_triggers_of_condition(struct vt_program *program,
                                            struct vt_condition_ref condition,
                                            struct vt_arena *arena, size_t *count);

/* SIZE bytes for a sentence: "\"AB;\"", or in hex if they are no text. In ARENA. */
const char *vt_trigger_quoted(const char *bytes, size_t size, struct vt_arena *arena);

/* All of them that are sure in one sentence without its full stop, or NULL if there is none worth
 * telling. */
const char *vt_triggers_tell(const struct vt_trigger *triggers, size_t count,
                             struct vt_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
