/* Running a function of the IR on what is known, with bounds: what does a loop of xor and shift
 * leave in its buffer? An interpreter of our own rather than LLVM's passes: those differ from major
 * to major, unroll before they fold, and do not tell where in the source a buffer was complete. */
#ifndef VT_ENGINE_CONCEALED_EVALUATE_H
#define VT_ENGINE_CONCEALED_EVALUATE_H

#include "engine/concealed/machine.h"

struct vt_condenser;

/* What the run of a function meets on its way: instruction AT of it is about to be run with the
 * arguments ITEMS, as many as it has but at most VT_EVALUATE_ITEMS. */
enum { VT_EVALUATE_ITEMS = 16 };
typedef void vt_evaluate_visit(void *context, const struct vt_machine *machine,
                               const struct vt_item *items, uint32_t at);

struct vt_evaluation {
    const struct vt_condenser *shared;
    uint32_t *steps;          /* that may still be taken; counted down */
    vt_evaluate_visit *visit; /* for every CALL and RETURN of the function itself */
    void *context;
};

/* Runs FUNCTION with unknown parameters: on all ways, where a condition is not known, as long as
 * bounds allow. */
void vt_evaluate(const struct vt_evaluation *evaluation, const struct vt_ir_function *function);

#endif
