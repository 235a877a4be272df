/* requires: a copy of a module that has no bodies yet. gives: IR, complete but for file digests.
 * breaks: the copy, whose bodies are gone again. */
#include "plugin/extract.h"

#include <string.h>

#include "plugin/extract_internal.h"
#include "plugin/llvm_ir.h"
#include "plugin/shape.h"

/* ---- memory ---- */

uint32_t *take(struct extract *x, size_t count) {
    enum { CHUNK = 4096 };
    if (count > CHUNK / 4)
        return vt_alloc_array(x->bodies, count, sizeof(uint32_t));
    if (count > x->pool_left) {
        x->pool = vt_alloc_array(x->bodies, CHUNK, sizeof(uint32_t));
        x->pool_left = CHUNK;
    }
    uint32_t *list = x->pool;
    x->pool += count;
    x->pool_left -= count;
    return list;
}

struct vt_inst blank_inst(enum vt_op op) {
    return (struct vt_inst){.op = (uint8_t)op,
                            .block = VT_NONE,
                            .location = VT_NONE,
                            .symbol = VT_NONE,
                            .callee = VT_NONE,
                            .data = VT_NONE,
                            .type = VT_NONE,
                            .name = VT_NONE};
}

uint32_t append_inst(struct extract *x, const struct vt_inst *inst) {
    x->insts = vt_grow(x->scratch, x->insts, x->ninsts, &x->inst_room, sizeof *x->insts);
    x->insts[x->ninsts] = *inst;
    return (uint32_t)x->ninsts++;
}

/* ---- functions ---- */

static void add_parameter(struct extract *x, LLVMValueRef function, unsigned number) {
    LLVMValueRef param = LLVMGetParam(function, number);
    LLVMTypeRef type = LLVMTypeOf(param);
    struct vt_inst inst = blank_inst(VT_OP_PARAM);
    inst.imm = number;
    inst.bits = (uint16_t)type_bits(x, type);
    inst.pointer = LLVMGetTypeKind(type) == LLVMPointerTypeKind;
    /* LLVM's own names are not used: whether Clang keeps them depends on its build and flags. */
    const char *name = NULL;
    size_t length = 0;
    if (x->names && x->names->parameter)
        name = x->names->parameter(x->names->context, link_name(function, &length), number);
    if (name && *name)
        inst.name = vt_intern(x->ir->strings, name);
    map_put(&x->values, x->scratch, map_key(param), append_inst(x, &inst));
}

/* Gives every instruction of BLOCK its id. */
static void number_block(struct extract *x, LLVMBasicBlockRef from, uint32_t number,
                         struct vt_block *block) {
    block->first = (uint32_t)x->ninsts;
    for (LLVMValueRef i = LLVMGetFirstInstruction(from); i; i = LLVMGetNextInstruction(i)) {
        unsigned width = inst_width(x, i);
        if (width)
            map_put(&x->values, x->scratch, map_key(i), (uint32_t)x->ninsts);
        struct vt_inst inst = blank_inst(VT_OP_UNKNOWN);
        inst.block = number;
        for (unsigned k = 0; k < width; k++)
            append_inst(x, &inst);
    }
    block->count = (uint32_t)x->ninsts - block->first;
}

static void convert_block(struct extract *x, LLVMBasicBlockRef from, struct vt_block *block) {
    uint32_t id = block->first;
    uint32_t end = block->first + block->count;
    for (LLVMValueRef i = LLVMGetFirstInstruction(from); i && id < end;
         i = LLVMGetNextInstruction(i)) {
        if (map_get(&x->values, map_key(i)) != id)
            continue; /* dropped, or another value's id */
        convert_inst(x, i, id, block);
        id++;
        id += id < end && LLVMIsATerminatorInst(i); /* an invoke has two */
    }
}

static void set_predecessors(struct extract *x, struct vt_ir_function *function) {
    for (uint32_t b = 0; b < function->nblocks; b++)
        for (uint32_t s = 0; s < function->blocks[b].nsuccessors; s++)
            function->blocks[function->blocks[b].successors[s]].npredecessors++;
    for (uint32_t b = 0; b < function->nblocks; b++) {
        struct vt_block *block = &function->blocks[b];
        block->predecessors = take(x, block->npredecessors);
        block->npredecessors = 0;
    }
    for (uint32_t b = 0; b < function->nblocks; b++) {
        for (uint32_t s = 0; s < function->blocks[b].nsuccessors; s++) {
            struct vt_block *to = &function->blocks[function->blocks[b].successors[s]];
            to->predecessors[to->npredecessors++] = b;
        }
    }
}

static void convert_phis(struct extract *x, LLVMBasicBlockRef from, const struct vt_block *block) {
    for (LLVMValueRef i = LLVMGetFirstInstruction(from); i && LLVMIsAPHINode(i);
         i = LLVMGetNextInstruction(i))
        convert_phi(x, i, map_get(&x->values, map_key(i)), block);
}

/* The blocks in reverse postorder, first successors first: the order in which Clang emits blocks
 * depends on -O. What cannot be reached is left out. */
static uint32_t order_blocks(struct extract *x, LLVMValueRef function) {
    enum { SEEN = 0 }; /* any number: the map only marks what was visited */
    uint32_t left = LLVMCountBasicBlocks(function);
    if (left > x->block_room) {
        x->block_room = left * 2;
        x->order = vt_alloc_array(x->scratch, x->block_room, sizeof *x->order);
        x->stack = vt_alloc_array(x->scratch, x->block_room, sizeof *x->stack);
        x->incoming = vt_alloc_array(x->scratch, x->block_room, sizeof *x->incoming);
    }
    uint32_t total = left;
    uint32_t depth = 0;
    LLVMBasicBlockRef next = LLVMGetEntryBasicBlock(function);
    while (next || depth) {
        if (next) {
            LLVMValueRef end = LLVMGetBasicBlockTerminator(next);
            map_put(&x->values, x->scratch, map_key(LLVMBasicBlockAsValue(next)), SEEN);
            x->stack[depth++] =
                (struct visit){.block = next, .left = end ? LLVMGetNumSuccessors(end) : 0};
        }
        next = NULL;
        struct visit *top = &x->stack[depth - 1];
        if (top->left) {
            LLVMValueRef end = LLVMGetBasicBlockTerminator(top->block);
            LLVMBasicBlockRef to = LLVMGetSuccessor(end, --top->left);
            if (map_get(&x->values, map_key(LLVMBasicBlockAsValue(to))) == VT_NONE)
                next = to;
        } else {
            x->order[--left] = top->block;
            depth--;
        }
    }
    memmove(x->order, x->order + left, (total - left) * sizeof *x->order);
    return total - left;
}

static void convert_body(struct extract *x, struct vt_ir_function *function) {
    for (uint32_t b = 0; b < function->nblocks; b++)
        map_put(&x->values, x->scratch, map_key(LLVMBasicBlockAsValue(x->order[b])), b);
    for (uint32_t b = 0; b < function->nblocks; b++)
        number_block(x, x->order[b], b, &function->blocks[b]);
    for (uint32_t b = 0; b < function->nblocks; b++)
        convert_block(x, x->order[b], &function->blocks[b]);
    set_predecessors(x, function);
    for (uint32_t b = 0; b < function->nblocks; b++)
        convert_phis(x, x->order[b], &function->blocks[b]);
}

static void extract_function(struct extract *x, LLVMValueRef from,
                             struct vt_ir_function *function) {
    struct vt_arena *arena = x->bodies;
    map_clear(&x->values);
    map_clear(&x->constants);
    x->ninsts = 0;
    function->symbol = symbol_of(x, from);
    function->location = x->ir->symbols[function->symbol].location;
    function->variadic = LLVMIsFunctionVarArg(LLVMGlobalGetValueType(from)) != 0;
    function->nparams = LLVMCountParams(from);
    function->params = take(x, function->nparams);
    function->nblocks = order_blocks(x, from);
    function->blocks = vt_alloc_array(arena, function->nblocks, sizeof *function->blocks);
    for (unsigned i = 0; i < function->nparams; i++) {
        function->params[i] = i;
        add_parameter(x, from, i);
    }
    convert_body(x, function);
    function->ninsts = (uint32_t)x->ninsts;
    function->insts = vt_alloc_copy(arena, x->insts, x->ninsts * sizeof *x->insts);
}

/* ---- the unit ---- */

static void extract_functions(struct extract *x, struct vt_llvm_copy *copy) {
    LLVMModuleRef module = vt_llvm_copy_module(copy);
    struct vt_ir *ir = x->ir;
    uint32_t count = 0;
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f))
        count += vt_shape_has_body(f);
    ir->functions = vt_alloc_array(ir->arena, count, sizeof *ir->functions);
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f)) {
        if (!vt_shape_has_body(f))
            continue;
        vt_shape_body(copy, f);
        extract_function(x, f, &ir->functions[ir->nfunctions++]);
        vt_llvm_drop_body(f);
    }
}

bool vt_extract(struct vt_llvm_copy *copy, const struct vt_source_names *names, struct vt_ir *ir,
                struct vt_arena *bodies, struct vt_error *error) {
    LLVMModuleRef module = vt_llvm_copy_module(copy);
    struct extract x = {.names = names, .ir = ir, .bodies = bodies};
    x.target = LLVMGetModuleDataLayout(module);
    if (!x.target)
        return vt_fail(error, "the module says nothing about its target's data layout");
    x.scratch = vt_arena_new();
    x.noreturn = LLVMGetEnumAttributeKindForName("noreturn", strlen("noreturn"));
    x.pointer_bits = 8 * LLVMPointerSize(x.target);
    extract_claims(&x, module);
    extract_globals(&x, module);
    extract_functions(&x, copy);
    extract_pending(&x);
    vt_ir_index(ir);
    vt_arena_free(x.scratch);
    return true;
}
