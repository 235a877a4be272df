/* What one condition tests, in terms of the outside world. For trigger*.c only. */
#ifndef VT_ENGINE_TRIGGER_TRIGGER_JUDGE_H
#define VT_ENGINE_TRIGGER_TRIGGER_JUDGE_H

#include "engine/program/leaves.h"
#include "engine/trigger/trigger.h"

/* The left side of a predicate, or what a function returns, held against something. */
struct vt_test {
    uint32_t function;
    struct vt_node node; /* SUBJECT (side 0) or RETURN */
    uint8_t compare;     /* enum vt_compare */
    bool has_number;     /* else against side 1 of the predicate */
    int64_t number, mask;
    bool holds, always;
    uint32_t group;
    struct vt_condition_ref condition; /* where it stands */
};

/* What TEST is about, in the calling context of PINS: into *TRIGGER (all but words). False if it is
 * not worth telling. LEAVES are those of the test's node. */
bool vt_test_judge(struct vt_program *program, const struct vt_test *test,
                   const struct vt_leaves *leaves, const struct vt_pin *pins, size_t npins,
                   struct vt_trigger *trigger);

/* The same if what is tested comes of a loop of the function that compares bytes with a text. */
bool vt_test_judge_loops(struct vt_program *program, const struct vt_test *test,
                         const struct vt_pin *pins, size_t npins, struct vt_trigger *trigger);

/* Where what TEST looks at comes from, without what only led to it; NULL: nowhere. */
const struct vt_trace *vt_test_trace(struct vt_program *program, const struct vt_test *test,
                                     const struct vt_pin *pins, size_t npins);

/* A trigger of TEST that says nothing yet. */
struct vt_trigger vt_test_untold(const struct vt_test *test);

/* True if the test lets NUMBER pass. */
bool vt_test_passes(const struct vt_test *test, int64_t number);

#endif
