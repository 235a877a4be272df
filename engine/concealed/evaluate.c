/* requires: IR.  gives: calls of `visit` with what is known there.  breaks: nothing. */
#include "engine/concealed/evaluate.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/unit/analysis.h"

enum { MAX_CALLS_DEEP = 4, MAX_PATHS = 24, MAX_VISITS = 2, MAX_PHIS = 64, MAX_ARMS = 8 };

struct frame {
    const struct vt_ir_function *function;
    struct vt_item *values;
    const struct vt_item *arguments; /* NULL: unknown */
    uint32_t narguments, block, before;
};

/* A way that is still to be taken. */
struct path {
    struct vt_machine machine;
    struct vt_item *values;
    uint32_t block, before;
};

struct executor {
    const struct vt_evaluation *evaluation;
    struct vt_arena *arena;
    struct vt_machine machine;
    unsigned depth;
};

enum outcome { GOES_ON, RETURNS, IS_UNDECIDED, STOPS };

static const struct vt_item unknown = {.kind = VT_ITEM_UNKNOWN};

static struct vt_item number_of(int64_t number, unsigned bits) {
    if (bits > 0 && bits < 64)
        number = (int64_t)((uint64_t)number << (64 - bits)) >> (64 - bits);
    return (struct vt_item){.kind = VT_ITEM_NUMBER, .number = number};
}

static uint64_t positive(struct vt_item item, unsigned bits) {
    uint64_t number = (uint64_t)item.number;
    return bits > 0 && bits < 64 ? number & ((UINT64_C(1) << bits) - 1) : number;
}

/* ---- Objects of the program ---------------------------------------------------------------- */

static struct vt_item data_object(struct executor *ex, uint32_t data, uint32_t symbol,
                                  bool constant) {
    const struct vt_data *from = &ex->evaluation->shared->ir->data[data];
    uint64_t size = from->size;
    if (symbol != VT_NONE && ex->evaluation->shared->ir->symbols[symbol].size > size)
        size = ex->evaluation->shared->ir->symbols[symbol].size;
    struct vt_item item = vt_machine_object(&ex->machine, size, VT_BYTE_PLAIN);
    if (item.kind != VT_ITEM_POINTER)
        return item;
    memcpy(ex->machine.objects[item.object].bytes, from->bytes, from->size);
    ex->machine.objects[item.object].constant = constant;
    return item;
}

static struct vt_item program_object(struct executor *ex, uint32_t data, uint32_t symbol);

enum { POINTER_BITS = 32, MAX_POINTERS = 16 }; /* at least as wide; a cell is found by its start */

/* A global without data is zero but for the pointers in its initialiser, unless others can write
 * it. */
static struct vt_item zero_object(struct executor *ex, uint32_t symbol) {
    const struct vt_ir *ir = ex->evaluation->shared->ir;
    bool known = ir->symbols[symbol].is_defined &&
                 (ir->symbols[symbol].is_local || ir->symbols[symbol].is_constant);
    struct vt_item item = vt_machine_object(&ex->machine, ir->symbols[symbol].size,
                                            known ? VT_BYTE_PLAIN : VT_BYTE_UNKNOWN);
    if (item.kind != VT_ITEM_POINTER || !known)
        return item;
    ex->machine.objects[item.object].symbol = symbol;
    for (uint32_t i = 0, found = 0; i < ir->ninitializers && found < MAX_POINTERS; i++) {
        const struct vt_initializer *from = &ir->initializers[i];
        if (from->symbol != symbol)
            continue;
        struct vt_item at = item;
        at.number = from->offset;
        vt_machine_store(&ex->machine, at, POINTER_BITS,
                         from->data == VT_NONE ? unknown : program_object(ex, from->data, VT_NONE));
        found++;
    }
    ex->machine.objects[item.object].changed = false;
    ex->machine.objects[item.object].constant = ir->symbols[symbol].is_constant;
    return item;
}

/* The object of DATA or SYMBOL, one of them VT_NONE. */
static struct vt_item program_object(struct executor *ex, uint32_t data, uint32_t symbol) {
    const struct vt_condenser *shared = ex->evaluation->shared;
    for (uint32_t i = 0; i < ex->machine.nobjects; i++)
        if ((data != VT_NONE && ex->machine.objects[i].data == data) ||
            (symbol != VT_NONE && ex->machine.objects[i].symbol == symbol))
            return (struct vt_item){.kind = VT_ITEM_POINTER, .object = i};
    struct vt_item item;
    if (data != VT_NONE)
        item = data_object(ex, data, VT_NONE, true);
    else if (shared->data_of[symbol] != VT_NONE)
        item = data_object(ex, shared->data_of[symbol], symbol,
                           shared->ir->symbols[symbol].is_constant);
    else
        item = zero_object(ex, symbol);
    if (item.kind == VT_ITEM_POINTER) {
        ex->machine.objects[item.object].data = data;
        ex->machine.objects[item.object].symbol = symbol;
    }
    return item;
}

/* ---- Values ------------------------------------------------------------------------------ */

static struct vt_item moved(struct vt_item item, int64_t by) {
    if (item.kind == VT_ITEM_UNKNOWN || __builtin_add_overflow(item.number, by, &item.number))
        return unknown;
    return item;
}

static struct vt_item value_of(struct executor *ex, struct frame *frame, uint32_t value) {
    const struct vt_inst *inst = &frame->function->insts[value];
    switch (inst->op) {
    case VT_OP_INT:
        return number_of(inst->imm, inst->bits);
    case VT_OP_DATA:
        return moved(program_object(ex, inst->data, VT_NONE), inst->imm);
    case VT_OP_SYMBOL:
        if (ex->evaluation->shared->ir->symbols[inst->symbol].is_function)
            return unknown;
        return moved(program_object(ex, VT_NONE, inst->symbol), inst->imm);
    case VT_OP_PARAM:
        return frame->arguments && inst->imm < frame->narguments ? frame->arguments[inst->imm]
                                                                 : unknown;
    default:
        return frame->values[value];
    }
}

static struct vt_item shifted(uint8_t sub, struct vt_item a, struct vt_item b, unsigned bits) {
    uint64_t by = positive(b, bits);
    if (by >= bits || bits > 64)
        return unknown;
    if (sub == VT_SHL)
        return number_of((int64_t)(positive(a, bits) << by), bits);
    if (sub == VT_LSHR)
        return number_of((int64_t)(positive(a, bits) >> by), bits);
    return number_of(a.number >> by, bits);
}

/* Signed and unsigned division are one in the IR; where they differ nothing is known. */
static struct vt_item divided(uint8_t sub, struct vt_item a, struct vt_item b, unsigned bits) {
    if (a.number < 0 || b.number <= 0)
        return unknown;
    return number_of(sub == VT_DIV ? a.number / b.number : a.number % b.number, bits);
}

static struct vt_item of_pointers(uint8_t sub, struct vt_item a, struct vt_item b) {
    bool both = a.kind == VT_ITEM_POINTER && b.kind == VT_ITEM_POINTER;
    if (sub == VT_SUB && both && a.object == b.object)
        return number_of(a.number - b.number, 64);
    if (both || (sub != VT_ADD && sub != VT_SUB) || (sub == VT_SUB && b.kind == VT_ITEM_POINTER))
        return unknown;
    if (a.kind == VT_ITEM_POINTER)
        return moved(a, sub == VT_SUB ? -b.number : b.number);
    return moved(b, a.number);
}

static struct vt_item binary(const struct vt_inst *inst, struct vt_item a, struct vt_item b) {
    unsigned bits = inst->bits;
    if (a.kind == VT_ITEM_UNKNOWN || b.kind == VT_ITEM_UNKNOWN || bits > 64)
        return unknown;
    if (a.kind == VT_ITEM_POINTER || b.kind == VT_ITEM_POINTER)
        return of_pointers(inst->sub, a, b);
    uint64_t x = (uint64_t)a.number, y = (uint64_t)b.number;
    switch (inst->sub) {
    case VT_ADD:
        return number_of((int64_t)(x + y), bits);
    case VT_SUB:
        return number_of((int64_t)(x - y), bits);
    case VT_MUL:
        return number_of((int64_t)(x * y), bits);
    case VT_DIV:
    case VT_REM:
        return divided(inst->sub, a, b, bits);
    case VT_SHL:
    case VT_LSHR:
    case VT_ASHR:
        return shifted(inst->sub, a, b, bits);
    case VT_AND:
        return number_of((int64_t)(x & y), bits);
    case VT_OR:
        return number_of((int64_t)(x | y), bits);
    case VT_XOR:
        return number_of((int64_t)(x ^ y), bits);
    default:
        return unknown;
    }
}

static bool compares(uint8_t sub, struct vt_item a, struct vt_item b, unsigned bits) {
    uint64_t x = positive(a, bits), y = positive(b, bits);
    switch (sub) {
    case VT_EQ:
        return x == y;
    case VT_NE:
        return x != y;
    case VT_ULT:
        return x < y;
    case VT_ULE:
        return x <= y;
    case VT_UGT:
        return x > y;
    case VT_UGE:
        return x >= y;
    case VT_SLT:
        return a.number < b.number;
    case VT_SLE:
        return a.number <= b.number;
    case VT_SGT:
        return a.number > b.number;
    default:
        return a.number >= b.number;
    }
}

static struct vt_item compare(const struct vt_inst *inst, struct vt_item a, struct vt_item b,
                              unsigned bits) {
    bool equality = inst->sub == VT_EQ || inst->sub == VT_NE;
    if (inst->sub == VT_FCMP || a.kind == VT_ITEM_UNKNOWN || b.kind == VT_ITEM_UNKNOWN)
        return unknown;
    if (a.kind == b.kind && (a.kind == VT_ITEM_NUMBER || a.object == b.object))
        return number_of(compares(inst->sub, a, b, a.kind == VT_ITEM_NUMBER ? bits : 64), 1);
    /* Pointers into different objects, or a pointer and null. */
    return equality ? number_of(inst->sub == VT_NE, 1) : unknown;
}

static struct vt_item cast(const struct vt_inst *inst, struct vt_item item) {
    if (item.kind == VT_ITEM_POINTER)
        return inst->bits >= 32 && inst->from_bits >= 32 ? item : unknown;
    if (item.kind == VT_ITEM_UNKNOWN || inst->bits > 64 || inst->from_bits > 64)
        return unknown;
    if (inst->sub || inst->bits <= inst->from_bits)
        return number_of(item.number, inst->bits);
    return number_of((int64_t)positive(item, inst->from_bits), inst->bits);
}

static struct vt_item address(struct executor *ex, struct frame *frame,
                              const struct vt_inst *inst) {
    struct vt_item item = moved(value_of(ex, frame, inst->args[0]), inst->imm);
    if (inst->variable && inst->nargs < 2)
        return unknown;
    for (uint32_t i = 1; i < inst->nargs; i++) {
        struct vt_item index = value_of(ex, frame, inst->args[i]);
        int64_t by = 0;
        if (index.kind != VT_ITEM_NUMBER ||
            __builtin_mul_overflow(index.number, inst->strides[i - 1], &by))
            return unknown;
        item = moved(item, by);
    }
    return item;
}

/* ---- Calls ------------------------------------------------------------------------------- */

static struct vt_item run_function(struct executor *ex, const struct vt_ir_function *function,
                                   const struct vt_item *arguments, uint32_t narguments);

static struct vt_item argument(struct executor *ex, struct frame *frame, const struct vt_inst *inst,
                               const struct vt_port *port) {
    if (port->base < 0 || (uint32_t)port->base >= inst->nargs)
        return unknown;
    return value_of(ex, frame, inst->args[port->base]);
}

/* How many bytes ROW moves from FROM: as its length says, else a text with its NUL. */
static int64_t moved_size(struct executor *ex, struct frame *frame, const struct vt_inst *inst,
                          const struct vt_row *row, struct vt_item from) {
    int64_t text = vt_machine_length(&ex->machine, from);
    if (row->length.base == VT_PORT_NONE)
        return text < 0 ? -1 : text + 1;
    struct vt_item length = argument(ex, frame, inst, &row->length);
    return length.kind == VT_ITEM_NUMBER && length.number >= 0 ? length.number : -1;
}

/* memcpy and strcpy; what does not replace is put behind the text that is there. */
static void copy(struct executor *ex, struct frame *frame, const struct vt_inst *inst,
                 const struct vt_row *row) {
    struct vt_item from = argument(ex, frame, inst, &row->from);
    struct vt_item to = argument(ex, frame, inst, &row->to);
    int64_t size = moved_size(ex, frame, inst, row, from);
    int64_t text = vt_machine_length(&ex->machine, from);
    int64_t end = row->replaces ? 0 : vt_machine_length(&ex->machine, to);
    if (size < 0 || end < 0) {
        vt_machine_forget(&ex->machine, to);
        return;
    }
    if (text >= 0 && text + 1 < size && from.kind == VT_ITEM_POINTER &&
        from.number + size > ex->machine.objects[from.object].size)
        size = text + 1; /* strncpy of a shorter text */
    vt_machine_move(&ex->machine, moved(to, end), from, (uint64_t)size);
}

static void wipe(struct executor *ex, struct frame *frame, const struct vt_inst *inst,
                 const struct vt_row *row) {
    struct vt_item to = argument(ex, frame, inst, &row->to), byte = number_of(0, 8);
    struct vt_item length = argument(ex, frame, inst, &row->length);
    if (row->from.base != VT_PORT_NONE)
        byte = argument(ex, frame, inst, &row->from);
    if (length.kind == VT_ITEM_NUMBER && length.number >= 0)
        vt_machine_fill(&ex->machine, to, byte, (uint64_t)length.number);
    else
        vt_machine_forget(&ex->machine, to);
}

static struct vt_item allocate(struct executor *ex, struct frame *frame, const struct vt_inst *inst,
                               const struct vt_row *row) {
    struct vt_item size = argument(ex, frame, inst, &row->length);
    uint64_t room = size.kind == VT_ITEM_NUMBER ? (uint64_t)size.number : VT_MACHINE_SIZE / 4;
    return vt_machine_object(&ex->machine, room, VT_BYTE_UNKNOWN);
}

/* A call does what its rows tell; what they tell of nothing it leaves alone, and of what they tell
 * in other words nothing is known afterwards. */
static struct vt_item call_modelled(struct executor *ex, struct frame *frame,
                                    const struct vt_inst *inst) {
    const struct vt_condenser *shared = ex->evaluation->shared;
    struct vt_item result = unknown;
    for (unsigned i = 0; i < shared->nrows[inst->symbol]; i++) {
        const struct vt_row *row = &shared->rows[inst->symbol][i];
        bool plain = !row->tags && !row->from.field && !row->to.field && !row->from.rest;
        bool moves = row->fact == VT_FACT_FLOW && row->from.depth == 1 && plain;
        if (moves && row->to.depth == 1 && row->to.base >= 0)
            copy(ex, frame, inst, row);
        else if (row->fact == VT_FACT_FLOW && !row->from.depth && row->to.base < 0 && plain)
            result = argument(ex, frame, inst, &row->from);
        else if (row->fact == VT_FACT_FLOW && row->tags == VT_TAG_LENGTH && row->to.base < 0)
            result = number_of(
                vt_machine_length(&ex->machine, argument(ex, frame, inst, &row->from)), 64);
        else if (row->fact == VT_FACT_WIPE && row->to.depth == 1)
            wipe(ex, frame, inst, row);
        else if (row->fact == VT_FACT_ALLOC && row->to.base < 0 && !row->to.depth)
            result = allocate(ex, frame, inst, row);
        else if (row->to.depth && row->to.base >= 0)
            vt_machine_forget(&ex->machine, argument(ex, frame, inst, &row->to));
    }
    return result.kind == VT_ITEM_NUMBER && result.number < 0 ? unknown : result;
}

static struct vt_item call(struct executor *ex, struct frame *frame, const struct vt_inst *inst) {
    const struct vt_evaluation *evaluation = ex->evaluation;
    struct vt_item arguments[VT_EVALUATE_ITEMS] = {{0}};
    uint32_t count = inst->nargs < VT_EVALUATE_ITEMS ? inst->nargs : VT_EVALUATE_ITEMS;
    if (inst->symbol != VT_NONE && evaluation->shared->rows[inst->symbol])
        return call_modelled(ex, frame, inst);
    uint32_t function = vt_ir_function_of(evaluation->shared->ir, inst->symbol);
    for (uint32_t i = 0; i < inst->nargs; i++) {
        struct vt_item item = value_of(ex, frame, inst->args[i]);
        if (function == VT_NONE || ex->depth == MAX_CALLS_DEEP)
            vt_machine_forget(&ex->machine, item);
        else if (i < count)
            arguments[i] = item;
    }
    if (function == VT_NONE || ex->depth == MAX_CALLS_DEEP)
        return unknown;
    return run_function(ex, &evaluation->shared->ir->functions[function], arguments, count);
}

/* ---- Instructions ------------------------------------------------------------------------ */

static struct vt_item result_of(struct executor *ex, struct frame *frame,
                                const struct vt_inst *inst) {
    struct vt_item first = inst->nargs ? value_of(ex, frame, inst->args[0]) : unknown;
    struct vt_item second = inst->nargs > 1 ? value_of(ex, frame, inst->args[1]) : unknown;
    switch (inst->op) {
    case VT_OP_ALLOCA:
        return vt_machine_object(&ex->machine, (uint64_t)inst->imm, VT_BYTE_UNKNOWN);
    case VT_OP_LOAD:
        return vt_machine_load(&ex->machine, first, inst->bits, inst->pointer);
    case VT_OP_STORE:
        vt_machine_store(&ex->machine, first, inst->bits, second);
        return unknown;
    case VT_OP_GEP:
        return address(ex, frame, inst);
    case VT_OP_BINARY:
        return binary(inst, first, second);
    case VT_OP_CAST:
        return cast(inst, first);
    case VT_OP_COMPARE:
        return compare(inst, first, second, frame->function->insts[inst->args[0]].bits);
    case VT_OP_SELECT:
        if (first.kind != VT_ITEM_NUMBER || inst->nargs < 3)
            return unknown;
        return first.number ? second : value_of(ex, frame, inst->args[2]);
    case VT_OP_CALL:
        return call(ex, frame, inst);
    case VT_OP_ATOMIC:
    case VT_OP_ASM:
    case VT_OP_VARIADIC:
    case VT_OP_CATCH:
    case VT_OP_UNKNOWN:
        for (uint32_t i = 0; i < inst->nargs; i++)
            vt_machine_forget(&ex->machine, value_of(ex, frame, inst->args[i]));
        return unknown;
    default:
        return unknown;
    }
}

/* All PHIs of a block take their values at once. */
static uint32_t run_phis(struct executor *ex, struct frame *frame, const struct vt_block *block) {
    struct vt_item items[MAX_PHIS];
    uint32_t count = 0;
    for (; count < block->count; count++) {
        const struct vt_inst *inst = &frame->function->insts[block->first + count];
        if (inst->op != VT_OP_PHI || count == MAX_PHIS)
            break;
        items[count] = unknown;
        for (uint32_t i = 0; i < inst->nargs; i++)
            if (block->predecessors[i] == frame->before)
                items[count] = value_of(ex, frame, inst->args[i]);
    }
    for (uint32_t i = 0; i < count; i++)
        frame->values[block->first + i] = items[i];
    return count;
}

static enum outcome leave_block(struct executor *ex, struct frame *frame,
                                const struct vt_block *block) {
    const struct vt_inst *end = &frame->function->insts[block->first + block->count - 1];
    uint32_t arm = 0;
    if (end->op == VT_OP_RETURN)
        return RETURNS;
    if (!block->nsuccessors)
        return STOPS;
    if (end->nargs) {
        struct vt_item item = value_of(ex, frame, end->args[0]);
        if (item.kind != VT_ITEM_NUMBER)
            return IS_UNDECIDED;
        if (end->op == VT_OP_BRANCH)
            arm = !item.number;
        for (uint32_t i = 1; end->op == VT_OP_SWITCH && i < block->nsuccessors; i++)
            if (block->cases[i - 1] == item.number)
                arm = i;
    } else if (block->nsuccessors > 1) {
        return IS_UNDECIDED;
    }
    frame->before = frame->block;
    frame->block = block->successors[arm];
    return GOES_ON;
}

static void visit(struct executor *ex, struct frame *frame, const struct vt_inst *inst,
                  uint32_t at) {
    struct vt_item items[VT_EVALUATE_ITEMS];
    for (uint32_t i = 0; i < inst->nargs && i < VT_EVALUATE_ITEMS; i++)
        items[i] = value_of(ex, frame, inst->args[i]);
    ex->evaluation->visit(ex->evaluation->context, &ex->machine, items, at);
}

/* Memory costs steps as well. */
static void pay(const struct executor *ex, uint32_t ninsts) {
    uint32_t *steps = ex->evaluation->steps;
    *steps -= *steps < ninsts / 16 ? *steps : ninsts / 16;
}

/* Runs the frame's block, and goes to the next. */
static enum outcome run_block(struct executor *ex, struct frame *frame) {
    const struct vt_evaluation *evaluation = ex->evaluation;
    const struct vt_block *block = &frame->function->blocks[frame->block];
    for (uint32_t i = run_phis(ex, frame, block); i < block->count; i++) {
        uint32_t at = block->first + i;
        const struct vt_inst *inst = &frame->function->insts[at];
        if (!*evaluation->steps || (inst->op == VT_OP_CALL && inst->noreturn))
            return STOPS;
        --*evaluation->steps;
        if (!ex->depth && (inst->op == VT_OP_CALL || inst->op == VT_OP_RETURN))
            visit(ex, frame, inst, at);
        frame->values[at] = result_of(ex, frame, inst);
    }
    return leave_block(ex, frame, block);
}

static struct vt_item run_function(struct executor *ex, const struct vt_ir_function *function,
                                   const struct vt_item *arguments, uint32_t narguments) {
    enum outcome outcome = function->nblocks ? GOES_ON : STOPS;
    struct frame frame = {
        .function = function, .arguments = arguments, .narguments = narguments, .before = VT_NONE};
    frame.values = vt_alloc_array(ex->arena, function->ninsts, sizeof *frame.values);
    pay(ex, function->ninsts);
    ex->depth++;
    while (outcome == GOES_ON)
        outcome = run_block(ex, &frame);
    ex->depth--;
    if (outcome != RETURNS) {
        for (uint32_t i = 0; i < narguments; i++)
            vt_machine_forget(&ex->machine, arguments[i]);
        return unknown;
    }
    const struct vt_block *block = &function->blocks[frame.block];
    const struct vt_inst *end = &function->insts[block->first + block->count - 1];
    return end->nargs ? value_of(ex, &frame, end->args[0]) : unknown;
}

/* ---- Ways -------------------------------------------------------------------------------- */

struct ways {
    struct path *paths[MAX_PATHS];
    uint32_t count, made;
    uint8_t *visits; /* by block: how many ways were begun there */
};

/* The condition at the end of the frame's block is not known: every arm is a way. */
static void split(struct executor *ex, const struct frame *frame, struct ways *ways) {
    const struct vt_block *block = &frame->function->blocks[frame->block];
    for (uint32_t i = block->nsuccessors < MAX_ARMS ? block->nsuccessors : MAX_ARMS; i-- > 0;) {
        uint32_t to = block->successors[i];
        if (ways->visits[to] == MAX_VISITS || ways->made == MAX_PATHS)
            continue;
        ways->visits[to]++;
        pay(ex, frame->function->ninsts);
        struct path *path = vt_alloc(ex->arena, sizeof *path);
        vt_machine_copy(&ex->machine, &path->machine);
        path->values =
            vt_alloc_copy(ex->arena, frame->values, frame->function->ninsts * sizeof *path->values);
        path->block = to;
        path->before = frame->block;
        ways->paths[ways->count++] = path;
        ways->made++;
    }
}

void vt_evaluate(const struct vt_evaluation *evaluation, const struct vt_ir_function *function) {
    struct vt_arena *arena = vt_arena_new();
    struct executor *ex = vt_alloc(arena, sizeof *ex);
    struct frame frame = {.function = function, .before = VT_NONE};
    struct ways ways = {.visits = vt_alloc(arena, function->nblocks)};
    ex->evaluation = evaluation;
    ex->arena = ex->machine.arena = arena;
    frame.values = vt_alloc_array(arena, function->ninsts, sizeof *frame.values);
    for (;;) {
        enum outcome outcome = GOES_ON;
        while (outcome == GOES_ON)
            outcome = run_block(ex, &frame);
        if (outcome == IS_UNDECIDED)
            split(ex, &frame, &ways);
        if (!ways.count)
            break;
        struct path *next = ways.paths[--ways.count];
        ex->machine = next->machine;
        frame.values = next->values;
        frame.block = next->block;
        frame.before = next->before;
    }
    vt_arena_free(arena);
}
