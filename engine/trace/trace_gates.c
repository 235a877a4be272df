/* What is known of each rewrite before a path is sent through it.
 *
 * Requires: the rewrites of all units as one. Gives: their gates. Breaks: nothing; a gate stops
 * only what vt_rewrite_backward does not let through, or what questions with VT_AVOID_BLUR avoid.
 */
#include "engine/program/program_impl.h"

/* True if REWRITE lets through what was laid together only because there was too much of it. */
static bool is_crowded(const struct vt_rewrite *rewrite) {
    bool blur = rewrite->flags & VT_REWRITE_BLUR;
    return rewrite->flags == VT_REWRITE_OPEN /* many edges (widen.h) */
           || vt_ranges_deep(rewrite->take, rewrite->ntake, blur) ||
           vt_ranges_deep(rewrite->put, rewrite->nput, blur);
}

static struct vt_gate gate_of(const struct vt_rewrite *rewrite) {
    bool forgets = rewrite->flags & VT_REWRITE_OPEN; /* what is left does not matter */
    bool value = rewrite->flags & VT_REWRITE_EXACT && !forgets;
    bool memory = rewrite->flags & VT_REWRITE_MEMORY && !forgets;
    return (struct vt_gate){
        .front = rewrite->nput ? rewrite->put[0] : (struct vt_range){INT32_MIN, INT32_MAX},
        .least = (uint8_t)(rewrite->nput + memory),
        .most = value ? rewrite->nput : VT_DEPTH,
        .is_crowded = is_crowded(rewrite),
    };
}

void vt_link_gates(struct vt_program *program) {
    const struct vt_rewrites *rewrites = program->rewrites;
    program->gates = vt_alloc_array(program->arena, rewrites->count, sizeof *program->gates);
    for (size_t i = 0; i < rewrites->count; i++)
        program->gates[i] = gate_of(&rewrites->items[i]);
}
