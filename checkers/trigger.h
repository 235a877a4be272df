/* Triggers: conditions that hold something measured outside the program against something that is
 * written in it. What the rules of families trapdoor and trigger share. */
#ifndef VT_CHECKERS_TRIGGER_H
#define VT_CHECKERS_TRIGGER_H

#include "checkers/ask.h"

enum vt_measure {
    VT_MEASURE_NONE,
    VT_MEASURE_FILE,        /* settings, and what else is read on this host */
    VT_MEASURE_ENVIRONMENT, /* a variable of it */
    VT_MEASURE_ARGUMENT,    /* the command line */
    VT_MEASURE_TERMINAL,
    VT_MEASURE_NETWORK, /* whoever talks to the program */
    VT_MEASURE_RANDOM,
    VT_MEASURE_HOST,  /* what tells this host or its user apart */
    VT_MEASURE_CLOCK, /* the time of day */
    VT_MEASURE_COUNT
};

/* How what is measured has to stand to the constant. */
enum vt_relation { VT_RELATION_EQUAL, VT_RELATION_UNEQUAL, VT_RELATION_ABOVE, VT_RELATION_BELOW };

struct vt_trigger {
    struct vt_condition_ref condition;
    enum vt_measure measure;
    enum vt_relation relation;
    const struct vt_trace *trace; /* that told what is measured */
    const struct vt_source *source;
    struct vt_event_ref compare; /* function VT_NONE: numbers are compared, by the program itself */
    const char *text;            /* it is held against this, or "" */
    int64_t number;              /* or this */
    unsigned nconstants;         /* it may be held against: more than one is a table */
    bool concealed;              /* the constant is decoded first */
};

/* Looks at a trigger that stands before an event; CONTEXT is the rule's. */
typedef void (*vt_trigger_visit)(struct vt_check *check, const struct vt_trigger *trigger,
                                 void *context);

/* What a rule looks for. */
struct vt_trigger_search {
    bool (*wants)(int64_t number); /* numbers worth asking about; texts always are */
    vt_trigger_visit visit;
    void *context;
};

/* Shows SEARCH each trigger that always holds before event REF in its own function, or at a call on
 * a way there: up to a few calls away. */
void vt_triggers_before(struct vt_check *check, struct vt_event_ref ref,
                        const struct vt_trigger_search *search);

/* What SOURCE measures. */
enum vt_measure vt_measure_of(struct vt_program *program, const struct vt_source *source);

/* True if NUMBER, as seconds since 1970, is a day of this century that somebody may have meant. */
bool vt_is_day(int64_t number);

/* "what arrives from the network", for a sentence. */
const char *vt_measure_words(enum vt_measure measure);

/* Texts that the function of TRIGGER holds anything against, other than the trigger's: entries of
 * one list of words. */
unsigned vt_trigger_siblings(struct vt_check *check, const struct vt_trigger *trigger);

/* True if another text of the program has WORD in it: a manual, a list of commands. */
bool vt_is_documented(struct vt_program *program, const char *word);

/* The condition in words: "what arrives from the network is \"abc\""; in the check's arena. */
const char *vt_trigger_words(struct vt_check *check, const struct vt_trigger *trigger);

/* Adds to FINDING the way from what is measured to where it is compared, and then the event, with
 * sentence LAST. */
void vt_trigger_path(struct vt_check *check, struct vt_finding *finding,
                     const struct vt_trigger *trigger, const char *last);

#endif
