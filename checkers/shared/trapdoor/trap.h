/* Traps: what the rules of families trapdoor and trigger share. They ask which triggers
 * (engine/trigger/trigger.h) stand before an event, on any way to it, and how such a trigger stands
 * in the program. */
#ifndef VT_CHECKERS_TRAP_H
#define VT_CHECKERS_TRAP_H

#include "checkers/shared/ask.h"
#include "engine/trigger/trigger.h"

/* Looks at a trigger that stands before an event; CONTEXT is the rule's. */
typedef void (*vt_trap_visit)(struct vt_check *check, const struct vt_trigger *trigger,
                              void *context);

/* What a rule looks for: which predicates of a function may be it, which is cheap to know, and
 * which triggers are. */
struct vt_trap_kind {
    bool (*is_candidate)(struct vt_program *program, uint32_t function, uint32_t predicate);
    bool (*fits)(struct vt_check *check, const struct vt_trigger *trigger);
};

/* Marks, by function, where a condition of KIND may be tested: in those that have one, those that
 * call them, and all if one of them sets a flag; in the check's arena. NULL if there is none at
 * all, which saves most programs the walk up from every event. */
uint8_t *vt_trap_find(struct vt_check *check, const struct vt_trap_kind *kind);

/* Shows VISIT each trigger that always holds, or is one of alternatives (`group`) of which one
 * always does, before event REF in its own function, or at a call on some way there, up to a few
 * calls away. With WHERE, only conditions in functions that have a mark there are looked at. */
void vt_trap_visit_all(struct vt_check *check, struct vt_event_ref ref, const uint8_t *where,
                       vt_trap_visit visit, void *context);

/* The comparison by a library whose outcome PREDICATE of FUNCTION tests, an event of it; VT_NONE:
 * it tests none. */
uint32_t vt_trap_comparison(struct vt_program *program, uint32_t function, uint32_t predicate);

/* True if the comparison whose outcome PREDICATE tests holds something against a text that FITS, as
 * far as all of that stands in FUNCTION, or in one that it calls and that returns the outcome, or
 * the text comes from those who call it. */
bool vt_trap_has_text(struct vt_program *program, uint32_t function, uint32_t predicate,
                      bool (*fits)(const char *text));

/* True if SOURCE is read through a handle that was opened by no name: a terminal, a pipe, what a
 * caller hands over. */
bool vt_trap_is_unnamed(struct vt_program *program, const struct vt_source *source);

/* True if SOURCE is read from standard input, through a handle that nobody opened, or from a serial
 * line or terminal that is named. */
bool vt_trap_is_terminal(struct vt_program *program, const struct vt_source *source);

/* True if what is tested comes from whoever uses the program: the network, the command line, the
 * environment, a terminal. */
bool vt_trap_is_outside(struct vt_program *program, const struct vt_trigger *trigger);

/* True if whoever connects can send it. */
bool vt_trap_is_network(struct vt_program *program, const struct vt_trigger *trigger);

/* True if it is a password by its origin, or a hash is compared. */
bool vt_trap_is_password(const struct vt_trigger *trigger);

/* How many other numbers the `switch` holds against the same that PREDICATE of FACTS is a case of;
 * so many make it a list. */
unsigned vt_trap_cases(const struct vt_function *facts, uint32_t predicate);
enum { VT_SEVERAL_CASES = 3 };

/* True if the constant of TRIGGER is one of a list: its function holds the same against three texts
 * or more, or anything if it is a number; or the comparison itself goes through several. */
bool vt_trap_is_listed(struct vt_check *check, const struct vt_trigger *trigger);

/* True if where CONDITION does not hold its function goes no further: it has to hold for anything
 * to go on, as words of a protocol have to come, and clocks have to be set. */
bool vt_trap_is_required(struct vt_program *program, struct vt_condition_ref condition);

/* True if another text of the program has WORD in it: a manual, a list of commands. */
bool vt_trap_is_documented(struct vt_program *program, const char *word);

/* Adds to FINDING the way from what is tested to where it is compared, and then the event, with
 * sentence LAST. */
void vt_trap_path(struct vt_check *check, struct vt_finding *finding,
                  const struct vt_trigger *trigger, const char *last);

#endif
