/* Loops that wait: what stands behind one happens only when its condition came out.
 *
 * requires: cfg, events.  gives: vt_waits_find.
 *
 * Behind `while (!armed) sleep(60);` nothing depends on the condition by control dependence, for
 * sooner or later every loop ends. One that sleeps while it goes round may well not.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/unit/analysis.h"

/* Marks in SEEN what can be reached from block FROM without passing block AROUND. */
static void reach(const struct vt_analysis *analysis, uint32_t from, uint32_t around, uint8_t *seen,
                  uint32_t *work) {
    const struct vt_block *blocks = analysis->function->blocks;
    uint32_t nwork = 0;
    memset(seen, 0, analysis->function->nblocks);
    if (from == around)
        return;
    seen[from] = 1;
    work[nwork++] = from;
    while (nwork) {
        uint32_t at = work[--nwork];
        for (uint32_t i = 0; i < blocks[at].nsuccessors; i++) {
            uint32_t next = blocks[at].successors[i];
            if (seen[next] || next == around)
                continue;
            seen[next] = 1;
            work[nwork++] = next;
        }
    }
}

/* True if block TESTED counts how often the loop went round: it waits for nobody. */
static bool counts(const struct vt_analysis *analysis, uint32_t tested) {
    const struct vt_block *block = &analysis->function->blocks[tested];
    const struct vt_inst *inst = vt_inst_at(analysis, block->first + block->count - 1);
    while (inst->nargs > 0 && (inst->op == VT_OP_BRANCH || inst->op == VT_OP_COMPARE ||
                               inst->op == VT_OP_CAST || inst->op == VT_OP_BINARY))
        inst = vt_inst_at(analysis, inst->args[0]);
    return inst->op == VT_OP_PHI;
}

/* Block TESTED decides whether it goes on to SLEEP or, at arm *EXIT, past it. */
static bool leaves(const struct vt_analysis *analysis, uint32_t tested, uint32_t sleep,
                   uint32_t *exit) {
    const struct vt_block *block = &analysis->function->blocks[tested];
    struct vt_arena *arena = analysis->arena;
    uint8_t *seen = vt_alloc(arena, analysis->function->nblocks);
    uint32_t *work = vt_alloc_array(arena, analysis->function->nblocks, sizeof *work);
    bool sleeps[2];
    if (block->nsuccessors != 2 || block->successors[0] == block->successors[1])
        return false;
    for (unsigned arm = 0; arm < 2; arm++) {
        reach(analysis, block->successors[arm], tested, seen, work);
        sleeps[arm] = block->successors[arm] == tested ? sleep == tested : seen[sleep];
    }
    if (sleep == tested) { /* `do sleep(1); while (!armed);` */
        sleeps[0] = block->successors[0] == tested;
        sleeps[1] = block->successors[1] == tested;
    }
    *exit = sleeps[0];
    return sleeps[0] != sleeps[1];
}

unsigned vt_waits_find(const struct vt_analysis *analysis, struct vt_cfg_arm *arms, unsigned most) {
    const struct vt_cfg *cfg = analysis->cfg;
    const struct vt_strings *strings = analysis->shared->unit->strings;
    unsigned count = 0;
    for (uint32_t e = 0; e < analysis->nevents; e++) {
        const struct vt_event *event = &analysis->events[e];
        uint32_t sleep = analysis->event_blocks[e];
        if (event->fact != VT_FACT_EFFECT || !event->repeats || cfg->order[sleep] == VT_NONE ||
            strcmp(vt_string(strings, event->class_name), "time.sleep") != 0)
            continue;
        /* The nearest test that the loop comes by. */
        uint32_t at = sleep;
        for (unsigned steps = 0; steps < 8 && count < most; steps++) {
            uint32_t exit;
            if (cfg->loops[at] && !counts(analysis, at) && leaves(analysis, at, sleep, &exit)) {
                arms[count++] = (struct vt_cfg_arm){at, exit};
                break;
            }
            if (cfg->idom[at] == at)
                break;
            at = cfg->idom[at];
        }
    }
    return count;
}
