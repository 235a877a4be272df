/* ir_dump FILE.bc: what extraction makes of a unit, without Clang around it. With --time, how long
 * each step took, on standard error. */
#include <llvm-c/BitReader.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "plugin/extract.h"
#include "plugin/llvm_ir.h"
#include "plugin/shape.h"

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static LLVMModuleRef load(const char *path, LLVMContextRef context) {
    LLVMMemoryBufferRef buffer = NULL;
    LLVMModuleRef module = NULL;
    char *message = NULL;
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, &buffer, &message)) {
        fprintf(stderr, "ir_dump: %s: %s\n", path, message);
        return NULL;
    }
    if (LLVMParseBitcodeInContext2(context, buffer, &module)) {
        fprintf(stderr, "ir_dump: %s: not bitcode of this LLVM\n", path);
        return NULL;
    }
    LLVMDisposeMemoryBuffer(buffer);
    return module;
}

/* ---- what every IR must keep to ---- */

static bool wrong(const struct vt_ir *ir, const struct vt_ir_function *function, uint32_t id,
                  const char *what) {
    fprintf(stderr, "ir_dump: %s: %%%u: %s\n",
            vt_string(ir->strings, ir->symbols[function->symbol].name), id, what);
    return false;
}

static bool inst_holds(const struct vt_ir *ir, const struct vt_ir_function *function, uint32_t id) {
    const struct vt_inst *inst = &function->insts[id];
    for (uint32_t i = 0; i < inst->nargs; i++)
        if (inst->args[i] >= function->ninsts)
            return wrong(ir, function, id, "argument out of range");
    if (inst->op >= VT_OP_COUNT)
        return wrong(ir, function, id, "unknown operation");
    if (inst->callee != VT_NONE && inst->callee >= function->ninsts)
        return wrong(ir, function, id, "callee out of range");
    if (inst->symbol != VT_NONE && inst->symbol >= ir->nsymbols)
        return wrong(ir, function, id, "symbol out of range");
    if (inst->data != VT_NONE && inst->data >= ir->ndata)
        return wrong(ir, function, id, "data out of range");
    if (inst->location != VT_NONE && inst->location >= ir->nlocations)
        return wrong(ir, function, id, "location out of range");
    if (inst->op == VT_OP_CALL && (inst->symbol == VT_NONE) == (inst->callee == VT_NONE))
        return wrong(ir, function, id, "call of none or two");
    if (inst->op == VT_OP_PHI && inst->nargs != function->blocks[inst->block].npredecessors)
        return wrong(ir, function, id, "PHI that does not fit the predecessors");
    return true;
}

static bool is_end(const struct vt_inst *inst) {
    return inst->op == VT_OP_BRANCH || inst->op == VT_OP_SWITCH || inst->op == VT_OP_RETURN ||
           inst->op == VT_OP_STOP;
}

static bool block_holds(const struct vt_ir *ir, const struct vt_ir_function *function,
                        uint32_t number) {
    const struct vt_block *block = &function->blocks[number];
    uint32_t last = block->first + block->count - 1;
    if (!block->count || last >= function->ninsts)
        return wrong(ir, function, block->first, "block out of range");
    for (uint32_t id = block->first; id <= last; id++) {
        if (function->insts[id].block != number)
            return wrong(ir, function, id, "stands in another block than it says");
        if (is_end(&function->insts[id]) != (id == last))
            return wrong(ir, function, id, "block does not end where it ends");
    }
    for (uint32_t i = 0; i < block->nsuccessors; i++)
        if (block->successors[i] >= function->nblocks)
            return wrong(ir, function, last, "successor out of range");
    for (uint32_t i = 0; i < block->npredecessors; i++)
        if (block->predecessors[i] >= function->nblocks)
            return wrong(ir, function, block->first, "predecessor out of range");
    return true;
}

static bool holds(const struct vt_ir *ir) {
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        const struct vt_ir_function *function = &ir->functions[f];
        for (uint32_t b = 0; b < function->nblocks; b++)
            if (!block_holds(ir, function, b))
                return false;
        for (uint32_t i = 0; i < function->ninsts; i++)
            if (!inst_holds(ir, function, i))
                return false;
    }
    return true;
}

/* Names as the AST would give them, made up so that tests see where they arrive. */
static const char *field_name(void *context, const char *type, unsigned offset) {
    return !strcmp(type, "struct.session") && offset == 8 ? context : NULL;
}

static const char *parameter_name(void *context, const char *function, unsigned index) {
    (void)context;
    return !strcmp(function, "nested") && index == 0 ? "session" : NULL;
}

static bool dump(LLVMModuleRef module, bool timed) {
    struct vt_error error = {0};
    double start = now();
    struct vt_llvm_copy *copy = vt_shape_begin(module, &error);
    struct vt_source_names names = {
        .parameter = parameter_name, .field = field_name, .context = "peer"};
    struct vt_ir ir = {.arena = vt_arena_new()};
    ir.strings = vt_strings_new(ir.arena);
    bool done = copy && vt_extract(copy, &names, &ir, ir.arena, &error);
    double extracted = now();
    if (timed)
        fprintf(stderr, "%.1f ms, %zu bytes\n", extracted - start, vt_arena_used(ir.arena));
    done = done && holds(&ir);
    if (done) {
        char *text = vt_ir_dump(&ir);
        fputs(text, stdout);
        free(text);
    } else if (*error.text) {
        fprintf(stderr, "ir_dump: %s\n", error.text);
    }
    vt_arena_free(ir.arena);
    vt_llvm_copy_free(copy);
    return done;
}

int main(int argc, char **argv) {
    bool timed = argc == 3 && !strcmp(argv[1], "--time");
    if (argc != 2 && !timed) {
        fputs("usage: ir_dump [--time] FILE.bc\n", stderr);
        return 2;
    }
    LLVMContextRef context = LLVMContextCreate();
    LLVMModuleRef module = load(argv[argc - 1], context);
    bool done = module && dump(module, timed);
    if (module)
        LLVMDisposeModule(module);
    LLVMContextDispose(context);
    return done ? 0 : 1;
}
