/* The dump that tests read: symbols, data and initialisers, then functions. Constants and
 * parameters stand where they are used, not on lines of their own. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "plugin/extract.h"

static const char *const op_names[VT_OP_COUNT] = {
    [VT_OP_UNKNOWN] = "unknown",   [VT_OP_UNDEF] = "undef",     [VT_OP_INT] = "int",
    [VT_OP_FLOAT] = "float",       [VT_OP_DATA] = "data",       [VT_OP_SYMBOL] = "symbol",
    [VT_OP_PARAM] = "param",       [VT_OP_ALLOCA] = "alloca",   [VT_OP_LOAD] = "load",
    [VT_OP_STORE] = "store",       [VT_OP_GEP] = "gep",         [VT_OP_BINARY] = "binary",
    [VT_OP_CAST] = "cast",         [VT_OP_COMPARE] = "compare", [VT_OP_SELECT] = "select",
    [VT_OP_PHI] = "phi",           [VT_OP_EXTRACT] = "extract", [VT_OP_INSERT] = "insert",
    [VT_OP_ATOMIC] = "atomic",     [VT_OP_CALL] = "call",       [VT_OP_ASM] = "asm",
    [VT_OP_VARIADIC] = "variadic", [VT_OP_CATCH] = "catch",     [VT_OP_BRANCH] = "branch",
    [VT_OP_SWITCH] = "switch",     [VT_OP_RETURN] = "return",   [VT_OP_STOP] = "stop",
};

static const char *const binary_names[] = {"add",  "sub",  "mul", "div", "rem", "shl",
                                           "lshr", "ashr", "and", "or",  "xor", "floating"};
static const char *const compare_names[] = {"eq",  "ne",  "ult", "ule", "ugt", "uge",
                                            "slt", "sle", "sgt", "sge", "fcmp"};

struct dump {
    FILE *out;
    const struct vt_ir *ir;
};

static const char *text(const struct dump *d, uint32_t string) {
    return vt_string(d->ir->strings, string);
}

static const char *symbol_name(const struct dump *d, uint32_t symbol) {
    return text(d, d->ir->symbols[symbol].name);
}

static void put_bytes(struct dump *d, const struct vt_data *data) {
    enum { SHOWN = 64 };
    size_t size = data->size - (data->is_text ? 1 : 0);
    if (data->is_text)
        fputc('"', d->out);
    for (size_t i = 0; i < size && i < SHOWN; i++) {
        bool plain = data->bytes[i] >= ' ' && data->bytes[i] < 127 && data->bytes[i] != '"';
        if (data->is_text)
            fprintf(d->out, plain ? "%c" : "\\%02x", data->bytes[i]);
        else
            fprintf(d->out, "%s%02x", i ? " " : "", data->bytes[i]);
    }
    fputs(data->is_text ? "\"" : "", d->out);
    if (size > SHOWN)
        fputs(" ...", d->out);
}

static void put_type(struct dump *d, uint32_t type, int64_t offset) {
    if (type != VT_NONE)
        fprintf(d->out, " in %s+%" PRId64, text(d, type), offset);
}

static void put_location(struct dump *d, uint32_t location) {
    if (location == VT_NONE)
        return;
    const struct vt_location *at = &d->ir->locations[location];
    fprintf(d->out, " !%s:%u:%u", text(d, d->ir->files[at->file].path), at->line, at->column);
}

static void put_offset(struct dump *d, int64_t offset) {
    if (offset)
        fprintf(d->out, "%+" PRId64, offset);
}

static void put_value(struct dump *d, const struct vt_ir_function *function, uint32_t id) {
    const struct vt_inst *inst = &function->insts[id];
    switch (inst->op) {
    case VT_OP_INT:
        if (inst->pointer && !inst->imm)
            fputs("null", d->out);
        else
            fprintf(d->out, "%" PRId64 ":%u", inst->imm, inst->bits);
        break;
    case VT_OP_DATA:
        put_bytes(d, &d->ir->data[inst->data]);
        put_offset(d, inst->imm);
        break;
    case VT_OP_SYMBOL:
        fprintf(d->out, "@%s", symbol_name(d, inst->symbol));
        put_offset(d, inst->imm);
        break;
    case VT_OP_PARAM:
        fprintf(d->out, "$%" PRId64, inst->imm);
        break;
    default:
        if (inst->block == VT_NONE)
            fputs(op_names[inst->op], d->out);
        else
            fprintf(d->out, "%%%u", id);
    }
}

static void put_details(struct dump *d, const struct vt_inst *inst) {
    switch (inst->op) {
    case VT_OP_BINARY:
        fprintf(d->out, " %s", binary_names[inst->sub]);
        break;
    case VT_OP_COMPARE:
        fprintf(d->out, " %s", compare_names[inst->sub]);
        break;
    case VT_OP_ALLOCA:
        fprintf(d->out, " %" PRId64, inst->imm);
        break;
    case VT_OP_GEP:
    case VT_OP_EXTRACT:
    case VT_OP_INSERT:
        fprintf(d->out, " %+" PRId64, inst->imm);
        break;
    case VT_OP_CAST:
        fprintf(d->out, " %u to", inst->from_bits);
        break;
    default:
        break;
    }
    if (inst->bits && inst->op != VT_OP_GEP && inst->op != VT_OP_ALLOCA)
        fprintf(d->out, " %s%u", inst->pointer ? "p" : "", inst->bits);
    fputs(inst->is_volatile ? " volatile" : "", d->out);
    fputs(inst->noreturn ? " noreturn" : "", d->out);
    fputs(inst->variable ? " variable" : "", d->out);
}

static void put_args(struct dump *d, const struct vt_ir_function *function,
                     const struct vt_inst *inst) {
    for (uint32_t i = 0; i < inst->nargs; i++) {
        fputs(i ? ", " : " ", d->out);
        put_value(d, function, inst->args[i]);
    }
}

static void put_successors(struct dump *d, const struct vt_inst *inst,
                           const struct vt_block *block) {
    if (inst->op != VT_OP_BRANCH && inst->op != VT_OP_SWITCH)
        return;
    fputs(" to", d->out);
    for (uint32_t i = 0; i < block->nsuccessors; i++) {
        if (inst->op == VT_OP_SWITCH && i)
            fprintf(d->out, " %" PRId64 ":", block->cases[i - 1]);
        fprintf(d->out, " b%u", block->successors[i]);
    }
}

static void put_inst(struct dump *d, const struct vt_ir_function *function, uint32_t id) {
    const struct vt_inst *inst = &function->insts[id];
    fprintf(d->out, "    %%%u = %s", id, op_names[inst->op]);
    put_details(d, inst);
    if (inst->symbol != VT_NONE)
        fprintf(d->out, " @%s", symbol_name(d, inst->symbol));
    if (inst->callee != VT_NONE) {
        fputs(" *", d->out);
        put_value(d, function, inst->callee);
    }
    put_args(d, function, inst);
    put_type(d, inst->type, inst->type_offset);
    if (inst->name != VT_NONE)
        fprintf(d->out, " '%s'", text(d, inst->name));
    put_successors(d, inst, &function->blocks[inst->block]);
    put_location(d, inst->location);
    fputc('\n', d->out);
}

static void put_function(struct dump *d, const struct vt_ir_function *function) {
    fprintf(d->out, "function @%s", symbol_name(d, function->symbol));
    for (uint32_t i = 0; i < function->nparams; i++) {
        const struct vt_inst *param = &function->insts[function->params[i]];
        fprintf(d->out, " %s%u", param->pointer ? "p" : "", param->bits);
        if (param->name != VT_NONE)
            fprintf(d->out, " '%s'", text(d, param->name));
    }
    fputs(function->variadic ? " variadic" : "", d->out);
    put_location(d, function->location);
    fputc('\n', d->out);
    for (uint32_t b = 0; b < function->nblocks; b++) {
        const struct vt_block *block = &function->blocks[b];
        fprintf(d->out, "  b%u:", b);
        for (uint32_t p = 0; p < block->npredecessors; p++)
            fprintf(d->out, "%s b%u", p ? "" : " from", block->predecessors[p]);
        fputc('\n', d->out);
        for (uint32_t i = 0; i < block->count; i++)
            put_inst(d, function, block->first + i);
    }
}

static void put_symbol(struct dump *d, const struct vt_symbol *symbol) {
    fprintf(d->out, "symbol @%s%s%s%s%s%s", text(d, symbol->name),
            symbol->is_function ? " function" : " data", symbol->is_defined ? " defined" : "",
            symbol->is_local ? " local" : "", symbol->is_weak ? " weak" : "",
            symbol->is_hidden ? " hidden" : "");
    fprintf(d->out, "%s%s%s%s%s%s", symbol->is_constant ? " constant" : "",
            symbol->is_noreturn ? " noreturn" : "", symbol->is_constructor ? " constructor" : "",
            symbol->is_ifunc ? " ifunc" : "", symbol->is_thread_local ? " thread-local" : "",
            symbol->is_address_taken ? " address-taken" : "");
    if (symbol->size)
        fprintf(d->out, " size %" PRIu64, symbol->size);
    if (symbol->resolver != VT_NONE)
        fprintf(d->out, " for @%s", symbol_name(d, symbol->resolver));
    put_location(d, symbol->location);
    fputc('\n', d->out);
}

static void put_data(struct dump *d, const struct vt_data *data) {
    fputs("data ", d->out);
    put_bytes(d, data);
    fprintf(d->out, " size %zu%s", data->size, data->wide ? " wide" : "");
    if (data->symbol != VT_NONE)
        fprintf(d->out, " of @%s", symbol_name(d, data->symbol));
    fputc('\n', d->out);
}

static void put_initializer(struct dump *d, const struct vt_initializer *entry) {
    fprintf(d->out, "initializer @%s+%u %s", symbol_name(d, entry->symbol), entry->offset,
            entry->content ? "holds " : "");
    if (entry->target != VT_NONE)
        fprintf(d->out, "@%s", symbol_name(d, entry->target));
    else
        put_bytes(d, &d->ir->data[entry->data]);
    put_type(d, entry->type, entry->type_offset);
    fputc('\n', d->out);
}

char *vt_ir_dump(const struct vt_ir *ir) {
    char *result = NULL;
    size_t size = 0;
    struct dump d = {.ir = ir, .out = open_memstream(&result, &size)};
    if (!d.out)
        vt_out_of_memory();
    for (uint32_t i = 0; i < ir->nsymbols; i++)
        put_symbol(&d, &ir->symbols[i]);
    for (uint32_t i = 0; i < ir->ndata; i++)
        put_data(&d, &ir->data[i]);
    for (uint32_t i = 0; i < ir->ninitializers; i++)
        put_initializer(&d, &ir->initializers[i]);
    for (uint32_t i = 0; i < ir->nfields; i++)
        fprintf(d.out, "field %s+%d %s\n", text(&d, ir->fields[i].type), ir->fields[i].offset,
                text(&d, ir->fields[i].name));
    for (uint32_t i = 0; i < ir->nfunctions; i++)
        put_function(&d, &ir->functions[i]);
    fclose(d.out);
    return result;
}
