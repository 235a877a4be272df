/* The control-flow graph of one function: order, dominance, control dependence. */
#ifndef VT_ENGINE_IR_CFG_H
#define VT_ENGINE_IR_CFG_H

#include "engine/ir/ir.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

/* A branch taken: from the terminator of `block` to its successor number `arm`. */
struct vt_cfg_arm {
    uint32_t block, arm;
};

/* Arrays by block; blocks that cannot be reached have order VT_NONE. */
struct vt_cfg {
    const struct vt_ir_function *function;
    uint32_t nordered;
    uint32_t *ordered;        /* reachable blocks in reverse postorder */
    uint32_t *order;          /* a block's place in it */
    uint32_t *idom;           /* immediate dominator; of the entry: itself */
    uint32_t *ipdom;          /* immediate postdominator; nblocks stands for the exit */
    uint32_t *enter, *leave;  /* dominator tree numbering: a dominates b if it encloses it */
    uint8_t *ends;            /* control does not leave it: a call in it does not return */
    uint8_t *loops;           /* it stands in a loop with one entry */
    uint8_t *rounds;          /* it leads back to where an outermost loop begins */
    uint32_t *narms;          /* arms a block directly depends on, */
    struct vt_cfg_arm **arms; /* without those of its own loop back edges to itself */
};

/* Arms a block may depend on: more are not told. */
enum { VT_CFG_MAX_ARMS = 64 };

/* Requires a well-formed function. Gives the graph, in ARENA.
 * Dominators after Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" (2001); control
 * dependence after Ferrante, Ottenstein, Warren (TOPLAS 1987). A call that does not return leads to
 * the exit, so what stands behind `if (bad) abort();` depends on that condition. */
struct vt_cfg *vt_cfg_build(const struct vt_ir_function *function, struct vt_arena *arena);

/* True if block A dominates block B (both reachable). */
bool vt_cfg_dominates(const struct vt_cfg *cfg, uint32_t a, uint32_t b);

/* True if every path from the entry to BLOCK takes ARM. */
bool vt_cfg_arm_dominates(const struct vt_cfg *cfg, struct vt_cfg_arm arm, uint32_t block);

#ifdef __cplusplus
}
#endif
#endif
