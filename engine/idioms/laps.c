/* Loops of which the program says how often they go round: for (i = 0; i < 10; i++).
 *
 * requires: IR, cfg.  gives: a number.  breaks: nothing.
 */
#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"

enum { MOST_LAPS = 256 };

/* A counter: PHI of the loop's header, by what it begins and how it goes on. */
struct counter {
    uint32_t phi, next;
    int64_t start, step;
};

/* A loop of FUNCTION that begins at block HEADER. */
struct loop {
    const struct vt_ir *ir;
    const struct vt_ir_function *function;
    const struct vt_cfg *cfg;
    uint32_t header;
    bool *inside; /* by block */
};

/* VALUE before it was made wider. */
static uint32_t uncast(const struct vt_ir_function *function, uint32_t value) {
    const struct vt_inst *inst = &function->insts[value];
    while (inst->op == VT_OP_CAST && inst->bits >= inst->from_bits) {
        value = inst->args[0];
        inst = &function->insts[value];
    }
    return value;
}

/* ---- Which blocks ------------------------------------------------------------------------ */

/* True if block LATCH leads back to HEADER, which begins a loop by that. */
static bool is_latch(const struct loop *loop, uint32_t latch) {
    return loop->cfg->order[latch] != VT_NONE && vt_cfg_dominates(loop->cfg, loop->header, latch);
}

static bool is_header(const struct loop *loop) {
    const struct vt_block *header = &loop->function->blocks[loop->header];
    for (uint32_t p = 0; p < header->npredecessors; p++)
        if (is_latch(loop, header->predecessors[p]))
            return true;
    return false;
}

/* Marks the blocks of the loop that begins at HEADER; false if none does. */
static bool find_inside(struct loop *loop, struct vt_arena *arena) {
    if (!is_header(loop))
        return false;
    const struct vt_block *header = &loop->function->blocks[loop->header];
    uint32_t *left = vt_alloc_array(arena, loop->function->nblocks, sizeof *left), count = 0;
    loop->inside = vt_alloc_array(arena, loop->function->nblocks, sizeof *loop->inside);
    loop->inside[loop->header] = true;
    for (uint32_t p = 0; p < header->npredecessors; p++) {
        uint32_t latch = header->predecessors[p];
        if (!is_latch(loop, latch) || loop->inside[latch])
            continue;
        loop->inside[latch] = true;
        left[count++] = latch;
    }
    while (count) {
        const struct vt_block *block = &loop->function->blocks[left[--count]];
        for (uint32_t p = 0; p < block->npredecessors; p++) {
            uint32_t before = block->predecessors[p];
            if (loop->cfg->order[before] == VT_NONE || loop->inside[before])
                continue;
            loop->inside[before] = true;
            left[count++] = before;
        }
    }
    return true;
}

/* True if each lap comes by BLOCK. */
static bool is_each_lap(const struct loop *loop, uint32_t block) {
    const struct vt_block *header = &loop->function->blocks[loop->header];
    for (uint32_t p = 0; p < header->npredecessors; p++) {
        uint32_t latch = header->predecessors[p];
        if (loop->cfg->order[latch] != VT_NONE && loop->inside[latch] &&
            !vt_cfg_dominates(loop->cfg, block, latch))
            return false;
    }
    return true;
}

/* ---- How often --------------------------------------------------------------------------- */

/* Reads the counter that VALUE is, or is the next number of; false if it is none of LOOP's. */
static bool read_counter(const struct loop *loop, uint32_t value, struct counter *counter) {
    const struct vt_ir_function *function = loop->function;
    const struct vt_inst *inst = &function->insts[value];
    if (inst->op == VT_OP_BINARY)
        inst = &function->insts[value = uncast(function, inst->args[0])];
    if (inst->op != VT_OP_PHI || inst->block != loop->header || inst->nargs != 2)
        return false;
    for (unsigned way = 0; way < 2; way++) {
        uint32_t back = inst->args[way];
        while (function->insts[back].op == VT_OP_CAST) /* a counter of one byte */
            back = function->insts[back].args[0];
        const struct vt_inst *next = &function->insts[back];
        int64_t start;
        if (next->op != VT_OP_BINARY || uncast(function, next->args[0]) != value ||
            function->insts[next->args[1]].op != VT_OP_INT ||
            (next->sub != VT_ADD && next->sub != VT_SUB) ||
            !vt_most_of(loop->ir, function, inst->args[!way], &start))
            continue;
        int64_t step = function->insts[next->args[1]].imm;
        *counter = (struct counter){value, back, start, next->sub == VT_ADD ? step : -step};
        return true;
    }
    return false;
}

/* In which lap the loop is left at block EXIT, counted from 1; 0 if that is not known. */
static unsigned left_in(const struct loop *loop, uint32_t exit) {
    const struct vt_ir_function *function = loop->function;
    const struct vt_block *block = &function->blocks[exit];
    const struct vt_inst *branch = &function->insts[block->first + block->count - 1];
    if (branch->op != VT_OP_BRANCH || branch->nargs != 1 ||
        loop->inside[block->successors[0]] == loop->inside[block->successors[1]])
        return 0;
    const struct vt_inst *test = &function->insts[branch->args[0]];
    struct counter counter;
    int64_t end;
    if (test->op != VT_OP_COMPARE)
        return 0;
    uint32_t tested = uncast(function, test->args[0]);
    if (!vt_most_of(loop->ir, function, test->args[1], &end) ||
        !read_counter(loop, tested, &counter) ||
        (tested != counter.phi && tested != counter.next) || !is_each_lap(loop, exit))
        return 0;
    bool stays = loop->inside[block->successors[0]];
    int64_t number = counter.start + (tested == counter.next ? counter.step : 0);
    for (unsigned lap = 1; lap <= MOST_LAPS; lap++, number += counter.step)
        if (vt_compare_holds(test->sub, number, end) != stays)
            return lap;
    return 0;
}

/* How often BLOCK is come by each time that LOOP is gone through, at most. */
static unsigned laps_in(const struct loop *loop, uint32_t block) {
    unsigned least = 0;
    for (uint32_t b = 0; b < loop->function->nblocks; b++) {
        unsigned lap =
            loop->inside[b] && loop->function->blocks[b].nsuccessors == 2 ? left_in(loop, b) : 0;
        if (!lap)
            continue;
        unsigned times = vt_cfg_dominates(loop->cfg, block, b) ? lap : lap - 1;
        least = !least || times < least ? times : least;
    }
    return least;
}

/* ---- Answers ----------------------------------------------------------------------------- */

/* The innermost loop that BLOCK is in, and that is around loop WITHIN (NULL: any). */
static bool find_loop(struct loop *loop, uint32_t block, const struct loop *within,
                      struct vt_arena *arena) {
    if (loop->cfg->order[block] == VT_NONE)
        return false;
    for (uint32_t h = within ? loop->cfg->idom[within->header] : block;; h = loop->cfg->idom[h]) {
        loop->header = h;
        if (find_inside(loop, arena) && loop->inside[block])
            return true;
        if (loop->cfg->idom[h] == h)
            return false;
    }
}

const bool *vt_loop_blocks(const struct vt_cfg *cfg, uint32_t header, struct vt_arena *arena) {
    struct loop loop = {.function = cfg->function, .cfg = cfg, .header = header};
    return cfg->order[header] != VT_NONE && find_inside(&loop, arena) ? loop.inside : NULL;
}

unsigned vt_laps(const struct vt_ir *ir, const struct vt_cfg *cfg, uint32_t block,
                 struct vt_arena *arena) {
    struct loop loop = {.ir = ir, .function = cfg->function, .cfg = cfg};
    return find_loop(&loop, block, NULL, arena) ? laps_in(&loop, block) : 0;
}

bool vt_laps_all(const struct vt_ir *ir, const struct vt_cfg *cfg, uint32_t block,
                 struct vt_laps *laps, struct vt_arena *arena) {
    struct loop loop = {.ir = ir, .function = cfg->function, .cfg = cfg}, inner;
    *laps = (struct vt_laps){.all = 1, .outer = 1, .header = VT_NONE};
    for (bool more = find_loop(&loop, block, NULL, arena); more;) {
        unsigned here = laps_in(&loop, block);
        if (!here)
            return false;
        laps->all *= here;
        laps->outer = here;
        laps->header = loop.header;
        inner = loop;
        more = loop.header != 0 && find_loop(&loop, block, &inner, arena);
    }
    return true;
}

/* The calls of SYMBOL in the outermost loop of known length of FUNCTION that has the first of them,
 * in all its laps. */
static unsigned calls_of(const struct vt_analysis *analysis, const struct vt_ir_function *function,
                         uint32_t symbol) {
    const struct vt_cfg *cfg = NULL;
    uint32_t header = VT_NONE;
    uint64_t calls = 0;
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        struct vt_laps laps;
        if (inst->op != VT_OP_CALL || inst->symbol != symbol || inst->block == VT_NONE)
            continue;
        if (!cfg)
            cfg = vt_cfg_build(function, analysis->arena);
        vt_laps_all(analysis->ir, cfg, inst->block, &laps, analysis->arena);
        if (header == VT_NONE)
            header = laps.header;
        if (header != VT_NONE && laps.header == header)
            calls += laps.all;
    }
    return calls < UINT32_MAX ? (unsigned)calls : 0;
}

unsigned vt_called_laps(const struct vt_analysis *analysis) {
    unsigned most = 0;
    for (uint32_t f = 0; f < analysis->ir->nfunctions; f++) {
        unsigned calls =
            calls_of(analysis, &analysis->ir->functions[f], analysis->function->symbol);
        most = calls > most ? calls : most;
    }
    return most;
}
