/* Conditions that come out in one way only.
 *
 * requires: IR.  gives: IR without the ways that cannot be gone.  breaks: nothing.
 *
 *     static int verbose = 0;          // nobody ever stores to it
 *     if (verbose) dump(key);
 *
 * What stands behind such a condition is no part of what the program can do, and what a variable
 * would be set to there is not what it holds afterwards. A condition is settled if it is reckoned
 * from constants, from variables of the unit that nobody writes and whose address nobody takes, and
 * from results of functions without parameters that return one constant; so is that of a loop which
 * is left before its first round. Not through `volatile`, and not by what another unit holds.
 */
#include <stdint.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/ir/ir.h"
#include "engine/unit/condense.h"

enum { MAX_REACH = 8, MAX_ROUNDS = 4, MAX_REACHED = 256 };

struct settling {
    struct vt_ir *ir;
    struct vt_arena *arena;
    bool *varies;      /* by symbol: more than its first value may be read from it */
    uint32_t *data_of; /* by symbol: what it starts with; VT_NONE: zeros */
};

/* ---- What values are --------------------------------------------------------------------- */

static bool value_of(const struct settling *s, const struct vt_ir_function *function, uint32_t id,
                     unsigned reach, int64_t *value);

static int64_t narrowed(int64_t value, unsigned bits) {
    if (bits == 0 || bits >= 64)
        return value;
    uint64_t shifted = (uint64_t)value << (64 - bits);
    return (int64_t)shifted >> (64 - bits);
}

static bool load(const struct settling *s, const struct vt_ir_function *function,
                 const struct vt_inst *inst, int64_t *value) {
    const struct vt_inst *from = &function->insts[inst->args[0]];
    if (from->op != VT_OP_SYMBOL || from->imm != 0 || inst->is_volatile ||
        s->varies[from->symbol] || s->ir->symbols[from->symbol].size * 8 != inst->bits)
        return false;
    uint32_t data = s->data_of[from->symbol];
    *value = 0;
    if (data == VT_NONE)
        return true;
    size_t size = inst->bits / 8;
    if (s->ir->data[data].size != size || size > sizeof *value)
        return false;
    uint64_t number = 0;
    for (size_t i = size; i; i--)
        number = number << 8 | s->ir->data[data].bytes[i - 1];
    *value = narrowed((int64_t)number, inst->bits);
    return true;
}

static bool compute(uint8_t operation, int64_t left, int64_t right, int64_t *value) {
    uint64_t a = (uint64_t)left, b = (uint64_t)right;
    switch (operation) {
    case VT_ADD:
        return *value = (int64_t)(a + b), true;
    case VT_SUB:
        return *value = (int64_t)(a - b), true;
    case VT_AND:
        return *value = left & right, true;
    case VT_OR:
        return *value = left | right, true;
    case VT_XOR:
        return *value = left ^ right, true;
    default:
        return false;
    }
}

/* True if all of COUNT values IDS are one and the same. */
static bool agree(const struct settling *s, const struct vt_ir_function *function,
                  const uint32_t *ids, uint32_t count, unsigned reach, int64_t *value) {
    for (uint32_t i = 0; i < count; i++) {
        int64_t other;
        if (!value_of(s, function, ids[i], reach, &other) || (i && other != *value))
            return false;
        *value = other;
    }
    return count > 0;
}

/* What a function without parameters returns, if it is one constant. */
static bool returned(const struct settling *s, const struct vt_ir_function *function,
                     unsigned reach, int64_t *value) {
    const struct vt_symbol *symbol = &s->ir->symbols[function->symbol];
    if (function->nparams || function->variadic || (symbol->is_weak && !symbol->is_inline))
        return false;
    bool found = false;
    for (uint32_t b = 0; b < function->nblocks; b++) {
        const struct vt_block *block = &function->blocks[b];
        const struct vt_inst *last = &function->insts[block->first + block->count - 1];
        int64_t other;
        if (last->op != VT_OP_RETURN)
            continue;
        if (!last->nargs || !value_of(s, function, last->args[0], reach, &other) ||
            (found && other != *value))
            return false;
        *value = other;
        found = true;
    }
    return found;
}

static bool call(const struct settling *s, const struct vt_inst *inst, unsigned reach,
                 int64_t *value) {
    uint32_t callee = vt_ir_function_of(s->ir, inst->symbol);
    return callee != VT_NONE && returned(s, &s->ir->functions[callee], reach, value);
}

static bool binary(const struct settling *s, const struct vt_ir_function *function,
                   const struct vt_inst *inst, unsigned reach, int64_t *value) {
    int64_t left, right;
    if (inst->bits > 64 || !value_of(s, function, inst->args[0], reach, &left) ||
        !value_of(s, function, inst->args[1], reach, &right))
        return false;
    if (inst->op == VT_OP_COMPARE) {
        /* Numbers of one width whose sign was extended are in the same order without a sign, too.
         */
        *value = vt_compare_holds(inst->sub, left, right) ? -1 : 0; /* one bit, its sign extended */
        return inst->sub != VT_FCMP;
    }
    if (!compute(inst->sub, left, right, value))
        return false;
    *value = narrowed(*value, inst->bits);
    return true;
}

static bool cast(const struct settling *s, const struct vt_ir_function *function,
                 const struct vt_inst *inst, unsigned reach, int64_t *value) {
    if (inst->bits > 64 || inst->from_bits > 64 || inst->pointer ||
        !value_of(s, function, inst->args[0], reach, value))
        return false;
    if (inst->bits > inst->from_bits && inst->sub != 1 && inst->from_bits < 64)
        *value = (int64_t)((uint64_t)*value & ((UINT64_C(1) << inst->from_bits) - 1));
    *value = narrowed(*value, inst->bits);
    return true;
}

static bool value_of(const struct settling *s, const struct vt_ir_function *function, uint32_t id,
                     unsigned reach, int64_t *value) {
    const struct vt_inst *inst = &function->insts[id];
    if (reach-- == 0)
        return false;
    switch (inst->op) {
    case VT_OP_INT:
        *value = inst->imm;
        return true;
    case VT_OP_LOAD:
        return load(s, function, inst, value);
    case VT_OP_CALL:
        return call(s, inst, reach, value);
    case VT_OP_CAST:
        return cast(s, function, inst, reach, value);
    case VT_OP_BINARY:
    case VT_OP_COMPARE:
        return binary(s, function, inst, reach, value);
    case VT_OP_PHI:
        return agree(s, function, inst->args, inst->nargs, reach, value);
    default:
        return false;
    }
}

/* ---- Ways that cannot be gone ------------------------------------------------------------ */

/* Takes away one of the ways from block FROM to block TO. */
static void drop_edge(struct vt_ir_function *function, uint32_t from, uint32_t to) {
    struct vt_block *block = &function->blocks[to];
    uint32_t at = 0;
    while (at < block->npredecessors && block->predecessors[at] != from)
        at++;
    if (at == block->npredecessors)
        return;
    size_t behind = --block->npredecessors - at;
    memmove(block->predecessors + at, block->predecessors + at + 1,
            behind * sizeof *block->predecessors);
    for (uint32_t i = block->first; i < block->first + block->count; i++) {
        struct vt_inst *phi = &function->insts[i];
        if (phi->op != VT_OP_PHI)
            continue;
        memmove(phi->args + at, phi->args + at + 1, behind * sizeof *phi->args);
        phi->nargs--;
    }
}

/* Which way out of BLOCK is the only one, or VT_NONE. */
static uint32_t only_way(const struct settling *s, const struct vt_ir_function *function,
                         const struct vt_block *block) {
    const struct vt_inst *last = &function->insts[block->first + block->count - 1];
    int64_t value;
    if (block->nsuccessors < 2 || !last->nargs ||
        !value_of(s, function, last->args[0], MAX_REACH, &value))
        return VT_NONE;
    if (last->op == VT_OP_BRANCH)
        return value ? 0 : 1;
    if (last->op != VT_OP_SWITCH)
        return VT_NONE;
    for (uint32_t i = 1; i < block->nsuccessors; i++)
        if (block->cases[i - 1] == value)
            return i;
    return 0;
}

/* Marks FROM, and what is reached from that block without going through AVOIDED; NULL if that is
 * much. */
static const bool *reach(const struct settling *s, const struct vt_ir_function *function,
                         uint32_t from, uint32_t avoided) {
    bool *reached = vt_alloc(s->arena, function->nblocks);
    uint32_t work[MAX_REACHED], nwork = 0, nreached = 0;
    reached[from] = true;
    for (uint32_t at = from;; at = work[--nwork]) {
        const struct vt_block *block = &function->blocks[at];
        for (uint32_t i = 0; at != avoided && i < block->nsuccessors; i++) {
            uint32_t next = block->successors[i];
            if (reached[next])
                continue;
            if (nreached++ == MAX_REACHED)
                return NULL;
            reached[next] = true;
            work[nwork++] = next;
        }
        if (!nwork)
            return reached;
    }
}

/* The one way out of block NUMBER if it is the head of a loop that is never gone round: the number
 * that is counted begins beyond its bound, `for (i = rounds; i < 0; i--)`. Else VT_NONE. */
static uint32_t way_at_first(const struct settling *s, const struct vt_ir_function *function,
                             uint32_t number) {
    const struct vt_block *block = &function->blocks[number];
    const struct vt_inst *last = &function->insts[block->first + block->count - 1];
    if (last->op != VT_OP_BRANCH || block->nsuccessors != 2 || block->npredecessors != 2 ||
        !last->nargs)
        return VT_NONE;
    const struct vt_inst *test = &function->insts[last->args[0]];
    const struct vt_inst *count =
        test->op == VT_OP_COMPARE ? &function->insts[test->args[0]] : test;
    if (count->op != VT_OP_PHI || count->block != number || count->nargs != 2 ||
        test->sub == VT_FCMP)
        return VT_NONE;
    for (uint32_t side = 0; side < 2; side++) {
        int64_t begin, bound;
        if (!value_of(s, function, count->args[side], MAX_REACH, &begin) ||
            !value_of(s, function, test->args[1], MAX_REACH, &bound))
            continue;
        uint32_t way = vt_compare_holds(test->sub, begin, bound) ? 0 : 1;
        uint32_t back = block->predecessors[!side];
        const bool *behind = reach(s, function, block->successors[way], number);
        const bool *before = reach(s, function, 0, number);
        if (behind && before && !behind[back] && !before[back])
            return way;
    }
    return VT_NONE;
}

static bool settle(const struct settling *s, struct vt_ir_function *function, uint32_t number) {
    struct vt_block *block = &function->blocks[number];
    uint32_t way = only_way(s, function, block);
    if (way == VT_NONE)
        way = way_at_first(s, function, number);
    if (way == VT_NONE)
        return false;
    for (uint32_t i = 0; i < block->nsuccessors; i++)
        if (i != way)
            drop_edge(function, number, block->successors[i]);
    struct vt_inst *last = &function->insts[block->first + block->count - 1];
    block->successors[0] = block->successors[way];
    block->nsuccessors = 1;
    last->op = VT_OP_BRANCH;
    last->nargs = 0;
    return true;
}

/* Takes all out of a block that is never reached. */
static void empty(struct vt_ir_function *function, uint32_t number) {
    struct vt_block *block = &function->blocks[number];
    for (uint32_t i = 0; i < block->nsuccessors; i++)
        drop_edge(function, number, block->successors[i]);
    block->nsuccessors = 0;
    for (uint32_t i = block->first; i < block->first + block->count; i++) {
        struct vt_inst *inst = &function->insts[i];
        inst->op = i + 1 < block->first + block->count ? VT_OP_UNDEF : VT_OP_STOP;
        inst->nargs = 0;
        inst->symbol = inst->callee = VT_NONE;
        inst->noreturn = false;
    }
}

static void empty_unreached(const struct settling *s, struct vt_ir_function *function) {
    bool *reached = vt_alloc(s->arena, function->nblocks);
    uint32_t *work = vt_alloc_array(s->arena, function->nblocks, sizeof *work), nwork = 0;
    work[nwork++] = 0;
    reached[0] = true;
    while (nwork) {
        const struct vt_block *block = &function->blocks[work[--nwork]];
        for (uint32_t i = 0; i < block->nsuccessors; i++) {
            uint32_t next = block->successors[i];
            if (!reached[next])
                work[nwork++] = next;
            reached[next] = true;
        }
    }
    for (uint32_t b = 0; b < function->nblocks; b++)
        if (!reached[b])
            empty(function, b);
}

static bool settle_function(const struct settling *s, struct vt_ir_function *function) {
    bool any = false;
    for (uint32_t b = 0; b < function->nblocks; b++)
        any |= settle(s, function, b);
    if (any)
        empty_unreached(s, function);
    return any;
}

/* ---- Functions that only such ways lead to ------------------------------------------------ */

static uint32_t *count_calls(const struct settling *s) {
    uint32_t *calls = vt_alloc_array(s->arena, s->ir->nsymbols, sizeof *calls);
    for (uint32_t f = 0; f < s->ir->nfunctions; f++) {
        const struct vt_ir_function *function = &s->ir->functions[f];
        for (uint32_t i = 0; i < function->ninsts; i++)
            if (function->insts[i].op == VT_OP_CALL && function->insts[i].symbol != VT_NONE)
                calls[function->insts[i].symbol]++;
    }
    return calls;
}

/* Functions of the unit that had callers, and have none any more. */
static bool empty_uncalled(const struct settling *s, const uint32_t *before) {
    const uint32_t *now = count_calls(s);
    bool any = false;
    for (uint32_t f = 0; f < s->ir->nfunctions; f++) {
        struct vt_ir_function *function = &s->ir->functions[f];
        const struct vt_symbol *symbol = &s->ir->symbols[function->symbol];
        if (!symbol->is_local || symbol->is_address_taken || symbol->is_constructor ||
            !before[function->symbol] || now[function->symbol] || !function->nblocks ||
            function->insts[function->blocks[0].first].op == VT_OP_STOP)
            continue;
        for (uint32_t b = 0; b < function->nblocks; b++)
            empty(function, b);
        any |= true;
    }
    return any;
}

/* ---- The unit ---------------------------------------------------------------------------- */

static void look_at_uses(const struct settling *s, const struct vt_ir_function *function) {
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        for (uint32_t a = 0; a < inst->nargs; a++) {
            const struct vt_inst *used = &function->insts[inst->args[a]];
            if (used->op == VT_OP_SYMBOL && (inst->op != VT_OP_LOAD || inst->is_volatile))
                s->varies[used->symbol] = true;
        }
    }
}

static struct settling prepare(struct vt_ir *ir, struct vt_arena *arena) {
    struct settling s = {.ir = ir,
                         .arena = arena,
                         .varies = vt_alloc(arena, ir->nsymbols),
                         .data_of = vt_alloc_array(arena, ir->nsymbols, sizeof(uint32_t))};
    memset(s.data_of, 0xff, ir->nsymbols * sizeof *s.data_of);
    for (uint32_t i = 0; i < ir->nsymbols; i++) {
        const struct vt_symbol *symbol = &ir->symbols[i];
        s.varies[i] = !symbol->is_defined || (symbol->is_weak && !symbol->is_inline) ||
                      (!symbol->is_local && !symbol->is_constant);
        if (symbol->resolver != VT_NONE)
            s.varies[symbol->resolver] = true;
    }
    for (uint32_t i = 0; i < ir->ninitializers; i++) {
        s.varies[ir->initializers[i].symbol] = true;
        if (ir->initializers[i].target != VT_NONE)
            s.varies[ir->initializers[i].target] = true;
    }
    for (uint32_t d = 0; d < ir->ndata; d++)
        if (ir->data[d].symbol != VT_NONE)
            s.data_of[ir->data[d].symbol] = d;
    for (uint32_t f = 0; f < ir->nfunctions; f++)
        look_at_uses(&s, &ir->functions[f]);
    return s;
}

/* Keeps what linking goes on with (closed.c). */
static void tell(const struct settling *s) {
    struct vt_ir *ir = s->ir;
    memset(s->varies, 0, ir->nsymbols * sizeof *s->varies);
    for (uint32_t i = 0; i < ir->ninitializers; i++)
        if (ir->initializers[i].target != VT_NONE)
            s->varies[ir->initializers[i].target] = true;
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        int64_t value;
        ir->functions[f].is_constant = returned(s, &ir->functions[f], MAX_REACH, &value);
        look_at_uses(s, &ir->functions[f]);
    }
    for (uint32_t i = 0; i < ir->nsymbols; i++)
        ir->symbols[i].is_only_read =
            !ir->symbols[i].is_function && !ir->symbols[i].is_local && !s->varies[i];
}

void vt_settle(struct vt_ir *ir) {
    struct vt_arena *arena = vt_arena_new();
    struct settling s = prepare(ir, arena);
    const uint32_t *before = count_calls(&s);
    bool more = true;
    for (unsigned round = 0; round < MAX_ROUNDS && more; round++) {
        more = false;
        for (uint32_t f = 0; f < ir->nfunctions; f++)
            more |= settle_function(&s, &ir->functions[f]);
        more = more && empty_uncalled(&s, before);
    }
    tell(&s);
    vt_arena_free(arena);
}
