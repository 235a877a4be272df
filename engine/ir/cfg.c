#include "engine/ir/cfg.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"

/* A graph to find dominators in: the function's, or the function's turned around. */
struct graph {
    uint32_t nnodes, root;
    const uint32_t *nsuccessors;
    uint32_t *const *successors;
    const uint32_t *npredecessors;
    uint32_t *const *predecessors;
};

struct depth_first {
    uint32_t node, next;
};

/* Nodes reachable from the root, in reverse postorder; gives their number. */
static uint32_t reverse_postorder(const struct graph *graph, uint32_t *ordered, uint32_t *order,
                                  struct vt_arena *arena) {
    struct depth_first *stack = vt_alloc_array(arena, graph->nnodes, sizeof *stack);
    uint8_t *seen = vt_alloc(arena, graph->nnodes);
    uint32_t depth = 0, count = graph->nnodes;

    stack[depth++] = (struct depth_first){graph->root, 0};
    seen[graph->root] = 1;
    while (depth) {
        struct depth_first *top = &stack[depth - 1];
        if (top->next == graph->nsuccessors[top->node]) {
            ordered[--count] = top->node;
            depth--;
            continue;
        }
        uint32_t next = graph->successors[top->node][top->next++];
        if (!seen[next]) {
            seen[next] = 1;
            stack[depth++] = (struct depth_first){next, 0};
        }
    }
    uint32_t nordered = graph->nnodes - count;
    memmove(ordered, ordered + count, nordered * sizeof *ordered);
    memset(order, 0xff, graph->nnodes * sizeof *order);
    for (uint32_t i = 0; i < nordered; i++)
        order[ordered[i]] = i;
    return nordered;
}

static uint32_t common_dominator(const uint32_t *idom, const uint32_t *order, uint32_t a,
                                 uint32_t b) {
    while (a != b) {
        while (order[a] > order[b])
            a = idom[a];
        while (order[b] > order[a])
            b = idom[b];
    }
    return a;
}

static void find_dominators(const struct graph *graph, const uint32_t *ordered,
                            const uint32_t *order, uint32_t nordered, uint32_t *idom) {
    memset(idom, 0xff, graph->nnodes * sizeof *idom);
    idom[graph->root] = graph->root;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 1; i < nordered; i++) {
            uint32_t node = ordered[i], found = VT_NONE;
            for (uint32_t p = 0; p < graph->npredecessors[node]; p++) {
                uint32_t predecessor = graph->predecessors[node][p];
                if (idom[predecessor] == VT_NONE)
                    continue;
                found = found == VT_NONE ? predecessor
                                         : common_dominator(idom, order, predecessor, found);
            }
            changed |= found != idom[node];
            idom[node] = found;
        }
    }
}

/* The function's blocks, and behind them the exit. */
struct both_ways {
    uint32_t *nforward, *nbackward;
    uint32_t **forward, **backward;
};

static void add_exit_edge(struct both_ways *ways, uint32_t block, uint32_t exit, uint32_t *exits) {
    ways->forward[block] = NULL;
    ways->nforward[block] = 0;
    exits[ways->nbackward[exit]++] = block;
}

/* What leads to the exit, as far as that is known. */
struct leading {
    struct both_ways *ways;
    const struct vt_cfg *cfg;
    uint8_t *reaches; /* by block */
    uint32_t *work, nwork;
};

static void mark_leading(struct leading *leading, uint32_t block) {
    leading->reaches[block] = 1;
    leading->work[leading->nwork++] = block;
}

/* Marks all that leads to what is in the work list. */
static void spread_leading(struct leading *leading) {
    while (leading->nwork) {
        uint32_t node = leading->work[--leading->nwork];
        for (uint32_t i = 0; i < leading->ways->nbackward[node]; i++) {
            uint32_t before = leading->ways->backward[node][i];
            if (!leading->reaches[before] && leading->cfg->order[before] != VT_NONE)
                mark_leading(leading, before);
        }
    }
}

/* Gives BLOCK an edge to the exit beside those that it has. */
static void lead_from(struct both_ways *ways, uint32_t block, uint32_t exit, uint32_t *exits,
                      struct vt_arena *arena) {
    uint32_t count = ways->nforward[block];
    uint32_t *successors = vt_alloc_array(arena, count + 1, sizeof *successors);
    if (count)
        memcpy(successors, ways->forward[block], count * sizeof *successors);
    successors[count] = exit;
    ways->forward[block] = successors;
    ways->nforward[block] = count + 1;
    exits[ways->nbackward[exit]++] = block;
}

/* Blocks that lead nowhere get an edge to the exit, one a loop: all of them, or ONLY_LOOPS. */
static void lead_out(struct leading *leading, uint32_t exit, uint32_t *exits, bool only_loops,
                     struct vt_arena *arena) {
    for (uint32_t next = leading->cfg->nordered; next; next--) {
        uint32_t block = leading->cfg->ordered[next - 1];
        if (leading->reaches[block] || (only_loops && !leading->cfg->loops[block]))
            continue;
        lead_from(leading->ways, block, exit, exits, arena);
        mark_leading(leading, block);
        spread_leading(leading);
    }
}

/* Endless loops end wherever they begin anew: one place alone, that of a `continue` say, would
 * stand behind all that the loop does, and depend on nothing. */
static void end_rounds(struct leading *leading, uint32_t exit, uint32_t *exits,
                       struct vt_arena *arena) {
    for (uint32_t b = 0; b < exit; b++)
        if (leading->cfg->rounds[b] && !leading->reaches[b])
            lead_from(leading->ways, b, exit, exits, arena);
    for (uint32_t i = 0; i < leading->ways->nbackward[exit]; i++)
        if (leading->cfg->rounds[exits[i]] && !leading->reaches[exits[i]])
            mark_leading(leading, exits[i]);
    spread_leading(leading);
}

static bool returns(const struct vt_cfg *cfg, uint32_t block) {
    const struct vt_block *at = &cfg->function->blocks[block];
    return !cfg->ends[block] && cfg->function->insts[at->first + at->count - 1].op == VT_OP_RETURN;
}

/* Endless loops lead to the exit as well. A loop that only the end of the program or an exception
 * leaves is one: else its way out, `if (bad) abort();`, would depend on no condition, for sooner or
 * later every loop ends. */
static void reach_exit(struct both_ways *ways, const struct vt_cfg *cfg, uint32_t exit,
                       uint32_t *exits, struct vt_arena *arena) {
    struct leading leading = {.ways = ways,
                              .cfg = cfg,
                              .reaches = vt_alloc(arena, exit + 1),
                              .work = vt_alloc_array(arena, exit + 1, sizeof(uint32_t))};
    for (uint32_t b = 0; b < exit; b++)
        if (cfg->order[b] != VT_NONE && returns(cfg, b))
            mark_leading(&leading, b);
    spread_leading(&leading);
    end_rounds(&leading, exit, exits, arena);
    lead_out(&leading, exit, exits, true, arena);
    mark_leading(&leading, exit);
    spread_leading(&leading);
    lead_out(&leading, exit, exits, false, arena);
}

static void find_postdominators(struct vt_cfg *cfg, const struct graph *graph,
                                struct vt_arena *arena) {
    uint32_t nblocks = cfg->function->nblocks, exit = nblocks;
    struct both_ways ways = {
        .nforward = vt_alloc_array(arena, nblocks + 1, sizeof(uint32_t)),
        .nbackward = vt_alloc_array(arena, nblocks + 1, sizeof(uint32_t)),
        .forward = vt_alloc_array(arena, nblocks + 1, sizeof(uint32_t *)),
        .backward = vt_alloc_array(arena, nblocks + 1, sizeof(uint32_t *)),
    };
    uint32_t *exits = vt_alloc_array(arena, 2 * nblocks + 1, sizeof *exits);

    ways.backward[exit] = exits;
    for (uint32_t b = 0; b < nblocks; b++) {
        ways.nforward[b] = graph->nsuccessors[b];
        ways.forward[b] = graph->successors[b];
        ways.nbackward[b] = graph->npredecessors[b];
        ways.backward[b] = graph->predecessors[b];
        if (!graph->nsuccessors[b] && cfg->order[b] != VT_NONE)
            add_exit_edge(&ways, b, exit, exits);
    }
    reach_exit(&ways, cfg, exit, exits, arena);

    /* Turned around, a block's predecessors are its successors and, where it ends, the exit. */
    struct graph turned = {nblocks + 1,   exit,          ways.nbackward,
                           ways.backward, ways.nforward, ways.forward};
    uint32_t *to_exit = vt_alloc(arena, sizeof *to_exit);
    *to_exit = exit;
    for (uint32_t b = 0; b < nblocks; b++) {
        if (!ways.nforward[b]) {
            ways.nforward[b] = 1;
            ways.forward[b] = to_exit;
        }
    }
    uint32_t *ordered = vt_alloc_array(arena, nblocks + 1, sizeof *ordered);
    uint32_t *order = vt_alloc_array(arena, nblocks + 1, sizeof *order);
    uint32_t nordered = reverse_postorder(&turned, ordered, order, arena);
    find_dominators(&turned, ordered, order, nordered, cfg->ipdom);
}

/* Numbers the dominator tree so that dominance is enclosure. */
static void number_tree(struct vt_cfg *cfg, struct vt_arena *arena) {
    uint32_t n = cfg->function->nblocks, clock = 0, depth = 0;
    uint32_t *child = vt_alloc_array(arena, n, sizeof *child);
    uint32_t *sibling = vt_alloc_array(arena, n, sizeof *sibling);
    uint32_t *stack = vt_alloc_array(arena, n, sizeof *stack);

    memset(child, 0xff, n * sizeof *child);
    for (uint32_t i = cfg->nordered; i-- > 1;) {
        uint32_t block = cfg->ordered[i];
        sibling[block] = child[cfg->idom[block]];
        child[cfg->idom[block]] = block;
    }
    stack[depth++] = 0;
    cfg->enter[0] = clock++;
    while (depth) {
        uint32_t top = stack[depth - 1], next = child[top];
        if (next == VT_NONE) {
            cfg->leave[top] = clock++;
            depth--;
            continue;
        }
        child[top] = sibling[next];
        cfg->enter[next] = clock++;
        stack[depth++] = next;
    }
}

static void add_arm(struct vt_cfg *cfg, uint32_t block, struct vt_cfg_arm arm,
                    struct vt_arena *arena) {
    uint32_t n = cfg->narms[block];
    if ((n & (n - 1)) == 0) {
        struct vt_cfg_arm *more = vt_alloc_array(arena, n ? 2 * n : 1, sizeof *more);
        if (n)
            memcpy(more, cfg->arms[block], n * sizeof *more);
        cfg->arms[block] = more;
    }
    cfg->arms[block][cfg->narms[block]++] = arm;
}

/* What a block may depend on is bounded: a huge switch would make it quadratic. */

static void find_dependence(struct vt_cfg *cfg, struct vt_arena *arena) {
    uint32_t exit = cfg->function->nblocks;
    for (uint32_t i = 0; i < cfg->nordered; i++) {
        uint32_t block = cfg->ordered[i];
        const struct vt_block *from = &cfg->function->blocks[block];
        if (from->nsuccessors < 2 || cfg->ends[block])
            continue;
        for (uint32_t arm = 0; arm < from->nsuccessors; arm++) {
            uint32_t at = from->successors[arm];
            while (at != cfg->ipdom[block] && at != exit && at != VT_NONE) {
                if (cfg->narms[at] < VT_CFG_MAX_ARMS)
                    add_arm(cfg, at, (struct vt_cfg_arm){block, arm}, arena);
                at = cfg->ipdom[at];
            }
        }
    }
}

static bool has_endless_call(const struct vt_ir_function *function, const struct vt_block *block) {
    for (uint32_t i = block->first; i < block->first + block->count; i++)
        if (function->insts[i].op == VT_OP_CALL && function->insts[i].noreturn)
            return true;
    return false;
}

/* PREDECESSORS of a block without those that control does not leave; *COUNT becomes their number.
 */
static uint32_t *without_ends(const struct vt_cfg *cfg, const struct vt_block *block,
                              uint32_t *count, struct vt_arena *arena) {
    uint32_t *left = vt_alloc_array(arena, block->npredecessors, sizeof *left);
    *count = 0;
    for (uint32_t i = 0; i < block->npredecessors; i++)
        if (!cfg->ends[block->predecessors[i]])
            left[(*count)++] = block->predecessors[i];
    return left;
}

/* Marks the loop of the edge from LAST back to HEAD, which dominates it. WORK has room for all
 * predecessors, SEEN tells for which head each was last seen. */
static void mark_loop(struct vt_cfg *cfg, uint32_t head, uint32_t last, uint32_t *seen,
                      uint32_t *work) {
    uint32_t nwork = 0;
    seen[head] = head + 1;
    cfg->loops[head] = 1;
    work[nwork++] = last;
    while (nwork) {
        uint32_t at = work[--nwork];
        if (seen[at] == head + 1 || cfg->order[at] == VT_NONE || cfg->ends[at])
            continue;
        seen[at] = head + 1;
        cfg->loops[at] = 1;
        const struct vt_block *block = &cfg->function->blocks[at];
        for (uint32_t i = 0; i < block->npredecessors; i++)
            if (seen[block->predecessors[i]] != head + 1)
                work[nwork++] = block->predecessors[i];
    }
}

static uint32_t count_predecessors(const struct vt_ir_function *function) {
    uint32_t count = 0;
    for (uint32_t b = 0; b < function->nblocks; b++)
        count += function->blocks[b].npredecessors;
    return count;
}

/* From the outermost loop on: one that another encloses need not be looked at. */
static void find_loops(struct vt_cfg *cfg, struct vt_arena *arena) {
    uint32_t *seen = vt_alloc_array(arena, cfg->function->nblocks, sizeof *seen);
    uint32_t *work = vt_alloc_array(arena, count_predecessors(cfg->function) + 1, sizeof *work);
    for (uint32_t i = 0; i < cfg->nordered; i++) {
        uint32_t head = cfg->ordered[i];
        const struct vt_block *block = &cfg->function->blocks[head];
        bool is_enclosed = cfg->loops[head];
        for (uint32_t p = 0; p < block->npredecessors; p++) {
            uint32_t last = block->predecessors[p];
            if (cfg->order[last] == VT_NONE || cfg->ends[last] ||
                !vt_cfg_dominates(cfg, head, last))
                continue;
            cfg->rounds[last] |= !is_enclosed;
            if (!cfg->loops[head] || !cfg->loops[last])
                mark_loop(cfg, head, last, seen, work);
        }
    }
}

struct vt_cfg *vt_cfg_build(const struct vt_ir_function *function, struct vt_arena *arena) {
    uint32_t n = function->nblocks;
    struct vt_cfg *cfg = vt_alloc(arena, sizeof *cfg);
    assert(n);
    cfg->function = function;
    cfg->ordered = vt_alloc_array(arena, n, sizeof *cfg->ordered);
    cfg->order = vt_alloc_array(arena, n, sizeof *cfg->order);
    cfg->idom = vt_alloc_array(arena, n, sizeof *cfg->idom);
    cfg->ipdom = vt_alloc_array(arena, n + 1, sizeof *cfg->ipdom);
    cfg->enter = vt_alloc_array(arena, n, sizeof *cfg->enter);
    cfg->leave = vt_alloc_array(arena, n, sizeof *cfg->leave);
    cfg->ends = vt_alloc(arena, n);
    cfg->loops = vt_alloc(arena, n);
    cfg->rounds = vt_alloc(arena, n);
    cfg->narms = vt_alloc_array(arena, n, sizeof *cfg->narms);
    cfg->arms = vt_alloc_array(arena, n, sizeof *cfg->arms);

    uint32_t *nsuccessors = vt_alloc_array(arena, n, sizeof *nsuccessors);
    uint32_t *npredecessors = vt_alloc_array(arena, n, sizeof *npredecessors);
    uint32_t **successors = vt_alloc_array(arena, n, sizeof *successors);
    uint32_t **predecessors = vt_alloc_array(arena, n, sizeof *predecessors);
    for (uint32_t b = 0; b < n; b++)
        cfg->ends[b] = has_endless_call(function, &function->blocks[b]);
    for (uint32_t b = 0; b < n; b++) {
        nsuccessors[b] = cfg->ends[b] ? 0 : function->blocks[b].nsuccessors;
        successors[b] = function->blocks[b].successors;
        predecessors[b] = without_ends(cfg, &function->blocks[b], &npredecessors[b], arena);
    }
    struct graph graph = {n, 0, nsuccessors, successors, npredecessors, predecessors};
    cfg->nordered = reverse_postorder(&graph, cfg->ordered, cfg->order, arena);
    find_dominators(&graph, cfg->ordered, cfg->order, cfg->nordered, cfg->idom);
    number_tree(cfg, arena);
    find_loops(cfg, arena);
    find_postdominators(cfg, &graph, arena);
    find_dependence(cfg, arena);
    return cfg;
}

bool vt_cfg_dominates(const struct vt_cfg *cfg, uint32_t a, uint32_t b) {
    return cfg->enter[a] <= cfg->enter[b] && cfg->leave[b] <= cfg->leave[a];
}

bool vt_cfg_arm_dominates(const struct vt_cfg *cfg, struct vt_cfg_arm arm, uint32_t block) {
    const struct vt_block *from = &cfg->function->blocks[arm.block];
    uint32_t to = from->successors[arm.arm];
    unsigned by_arm = 0;

    if (!vt_cfg_dominates(cfg, to, block))
        return false;
    for (uint32_t i = 0; i < from->nsuccessors; i++)
        by_arm += from->successors[i] == to;
    if (by_arm != 1)
        return false;
    const struct vt_block *target = &cfg->function->blocks[to];
    for (uint32_t i = 0; i < target->npredecessors; i++) {
        uint32_t before = target->predecessors[i];
        if (before != arm.block && cfg->order[before] != VT_NONE && !cfg->ends[before] &&
            !vt_cfg_dominates(cfg, to, before))
            return false;
    }
    return true;
}
