/* Operands: what is only another way to write a value gets that value's id; constants are made
 * when they are first met, behind the function's instructions, once each. */
#include <string.h>

#include "plugin/extract_internal.h"

enum { MAX_CHAIN = 1000, MAX_OPERANDS = 64 };

/* ---- intrinsic functions ---- */

struct prefix {
    const char *text; /* of the name behind "llvm."; a dot at its end: a family of names */
    enum intrinsic kind;
};

static const struct prefix prefixes[] = {
    {"annotation.", INTRINSIC_ALIAS},
    {"arithmetic.fence.", INTRINSIC_ALIAS},
    {"assume", INTRINSIC_DROP},
    {"dbg.", INTRINSIC_DROP},
    {"donothing", INTRINSIC_DROP},
    {"expect.", INTRINSIC_ALIAS},
    {"experimental.noalias.", INTRINSIC_DROP},
    {"instrprof.", INTRINSIC_DROP},
    {"invariant.", INTRINSIC_DROP},
    {"launder.invariant.group.", INTRINSIC_ALIAS},
    {"lifetime.", INTRINSIC_DROP},
    {"memcpy.element.", INTRINSIC_OTHER},
    {"memcpy.", INTRINSIC_CALL},
    {"memmove.element.", INTRINSIC_OTHER},
    {"memmove.", INTRINSIC_CALL},
    {"memset.element.", INTRINSIC_OTHER},
    {"memset.", INTRINSIC_CALL},
    {"objc.clang.arc.", INTRINSIC_DROP},
    {"objc.", INTRINSIC_CALL},
    {"prefetch.", INTRINSIC_DROP},
    {"pseudoprobe", INTRINSIC_DROP},
    {"ptr.annotation.", INTRINSIC_ALIAS},
    {"sideeffect", INTRINSIC_DROP},
    {"strip.invariant.group.", INTRINSIC_ALIAS},
    {"threadlocal.address.", INTRINSIC_ALIAS},
    {"va_copy", INTRINSIC_COPY},
    {"va_end", INTRINSIC_DROP},
    {"va_start", INTRINSIC_VARIADIC},
    {"var.annotation", INTRINSIC_DROP},
};

enum intrinsic intrinsic_kind(struct extract *x, LLVMValueRef function) {
    if (!LLVMGetIntrinsicID(function))
        return NOT_INTRINSIC;
    uint32_t known = map_get(&x->intrinsics, map_key(function));
    if (known != VT_NONE)
        return (enum intrinsic)known;
    size_t length = 0;
    const char *name = LLVMGetValueName2(function, &length) + strlen("llvm.");
    enum intrinsic kind = INTRINSIC_OTHER;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (strncmp(name, prefixes[i].text, strlen(prefixes[i].text)) == 0) {
            kind = prefixes[i].kind;
            break;
        }
    }
    map_put(&x->intrinsics, x->scratch, map_key(function), kind);
    return kind;
}

/* ---- other ways to write a value ---- */

static bool is_pointer(LLVMValueRef value) {
    return LLVMGetTypeKind(LLVMTypeOf(value)) == LLVMPointerTypeKind;
}

/* A GEP that neither moves nor says into which struct it points. */
static bool is_idle_gep(struct extract *x, LLVMValueRef gep) {
    struct path path = {.type = VT_NONE, .around = VT_NONE};
    for (int i = 1; i < LLVMGetNumOperands(gep); i++) {
        LLVMValueRef index = LLVMGetOperand(gep, (unsigned)i);
        if (!LLVMIsConstant(index) || !LLVMIsNull(index))
            return false;
    }
    walk_gep(x, gep, &path);
    return path.type == VT_NONE;
}

LLVMValueRef alias_target(struct extract *x, LLVMValueRef inst) {
    switch (LLVMGetInstructionOpcode(inst)) {
    case LLVMFreeze:
        return LLVMGetOperand(inst, 0);
    case LLVMBitCast:
    case LLVMAddrSpaceCast:
        return is_pointer(inst) && is_pointer(LLVMGetOperand(inst, 0)) ? LLVMGetOperand(inst, 0)
                                                                       : NULL;
    case LLVMGetElementPtr:
        return is_pointer(inst) && is_idle_gep(x, inst) ? LLVMGetOperand(inst, 0) : NULL;
    case LLVMCall: {
        LLVMValueRef callee = LLVMGetCalledValue(inst);
        bool alias = LLVMIsAFunction(callee) && intrinsic_kind(x, callee) == INTRINSIC_ALIAS;
        return alias ? LLVMGetOperand(inst, 0) : NULL;
    }
    default:
        return NULL;
    }
}

LLVMValueRef strip(struct extract *x, LLVMValueRef value) {
    for (unsigned i = 0; i < MAX_CHAIN && LLVMIsAInstruction(value); i++) {
        LLVMValueRef target = alias_target(x, value);
        if (!target)
            break;
        value = target;
    }
    return value;
}

/* ---- constants ---- */

struct address address_of(struct extract *x, LLVMValueRef constant) {
    struct address address = {0};
    for (unsigned i = 0; i < MAX_CHAIN; i++) {
        if (LLVMIsAGlobalValue(constant)) {
            address.global = constant;
            return address;
        }
        if (!LLVMIsAConstantExpr(constant))
            break;
        LLVMOpcode opcode = LLVMGetConstOpcode(constant);
        if (opcode == LLVMGetElementPtr) {
            struct path path = {.type = VT_NONE, .around = VT_NONE};
            walk_gep(x, constant, &path);
            if (path.nvariable ||
                __builtin_add_overflow(address.offset, path.offset, &address.offset))
                break;
        } else if (opcode != LLVMBitCast && opcode != LLVMAddrSpaceCast && opcode != LLVMPtrToInt &&
                   opcode != LLVMIntToPtr) {
            break;
        }
        constant = LLVMGetOperand(constant, 0);
    }
    return (struct address){0};
}

static void describe_address(struct extract *x, const struct address *address,
                             struct vt_inst *inst) {
    inst->imm = address->offset;
    inst->data = literal_of(x, address->global);
    if (inst->data != VT_NONE) {
        inst->op = VT_OP_DATA;
        return;
    }
    inst->op = VT_OP_SYMBOL;
    inst->symbol = symbol_of(x, address->global);
    struct vt_symbol *symbol = &x->ir->symbols[inst->symbol];
    symbol->is_address_taken |= symbol->is_function;
    if (!LLVMIsAGlobalVariable(address->global))
        return;
    /* The global's own type says more than the pointer, which differs between majors. */
    struct path path = {.type = VT_NONE, .around = VT_NONE};
    walk_type(x, LLVMGlobalGetValueType(address->global), address->offset, &path);
    inst->type = path.type;
    inst->type_offset = (int32_t)path.type_offset;
    inst->field_end = (int32_t)path.field_end;
    note_field(x, path.type, path.type_offset);
}

/* The integer that CONSTANT is, also as a pointer. */
static bool as_integer(LLVMValueRef constant, int64_t *value) {
    *value = 0;
    if (LLVMIsAConstantExpr(constant) && LLVMGetConstOpcode(constant) == LLVMIntToPtr)
        constant = LLVMGetOperand(constant, 0);
    if (LLVMIsAConstantInt(constant)) {
        if (LLVMGetIntTypeWidth(LLVMTypeOf(constant)) > 64)
            return LLVMIsNull(constant) != 0;
        *value = LLVMConstIntGetSExtValue(constant);
        return true;
    }
    return !LLVMIsAConstantFP(constant) && LLVMIsNull(constant);
}

static void describe_constant(struct extract *x, LLVMValueRef constant, struct vt_inst *inst) {
    struct address address = address_of(x, constant);
    if (address.global) {
        describe_address(x, &address, inst);
    } else if (as_integer(constant, &inst->imm)) {
        inst->op = VT_OP_INT;
    } else if (LLVMIsAConstantFP(constant)) {
        LLVMBool loses = 0;
        inst->op = VT_OP_FLOAT;
        double value = LLVMConstRealGetDouble(constant, &loses);
        memcpy(&inst->imm, &value, sizeof inst->imm); /* tells constants apart */
    } else if (LLVMIsUndef(constant)) {               /* also poison */
        inst->op = VT_OP_UNDEF;
    }
}

static bool same_constant(const struct vt_inst *a, const struct vt_inst *b) {
    return a->op == b->op && a->bits == b->bits && a->pointer == b->pointer && a->imm == b->imm &&
           a->symbol == b->symbol && a->data == b->data;
}

/* The id of the constant INST, which several LLVM constants can come down to. */
static uint32_t intern_constant(struct extract *x, const struct vt_inst *inst) {
    uint64_t key = ((uint64_t)inst->op << 56 ^ (uint64_t)inst->bits << 40 ^
                    (uint64_t)inst->symbol << 8 ^ (uint64_t)inst->data << 24 ^ inst->pointer) +
                   (uint64_t)inst->imm * 0x9e3779b97f4a7c15u;
    for (key += !key;; key = key + 1 ? key + 1 : 1) {
        uint32_t id = map_get(&x->constants, key);
        if (id == VT_NONE)
            break;
        if (same_constant(&x->insts[id], inst))
            return id;
    }
    uint32_t id = append_inst(x, inst);
    map_put(&x->constants, x->scratch, key, id);
    return id;
}

/* A constant expression the IR has no word for: its operands say what it depends on. */
static uint32_t unknown_expression(struct extract *x, LLVMValueRef constant, struct vt_inst *inst) {
    unsigned count = (unsigned)LLVMGetNumOperands(constant);
    count = count > MAX_OPERANDS ? MAX_OPERANDS : count;
    inst->nargs = count;
    inst->args = take(x, count);
    for (unsigned i = 0; i < count; i++)
        inst->args[i] = value_id(x, LLVMGetOperand(constant, i));
    return append_inst(x, inst);
}

/* A struct of constants, as a pointer to a member function is: what matters are the addresses in
 * it.
 */
static uint32_t struct_of_addresses(struct extract *x, LLVMValueRef constant,
                                    struct vt_inst *inst) {
    unsigned count = (unsigned)LLVMGetNumOperands(constant);
    count = count > MAX_OPERANDS ? MAX_OPERANDS : count;
    inst->args = take(x, count);
    for (unsigned i = 0; i < count; i++) {
        LLVMValueRef part = LLVMGetOperand(constant, i);
        if (address_of(x, part).global)
            inst->args[inst->nargs++] = value_id(x, part);
    }
    return inst->nargs ? append_inst(x, inst) : intern_constant(x, inst);
}

static uint32_t constant_id(struct extract *x, LLVMValueRef constant) {
    LLVMTypeRef type = LLVMTypeOf(constant);
    struct vt_inst inst = blank_inst(VT_OP_UNKNOWN);
    inst.bits = (uint16_t)type_bits(x, type);
    inst.pointer = LLVMGetTypeKind(type) == LLVMPointerTypeKind;
    describe_constant(x, constant, &inst);
    if (inst.op == VT_OP_UNKNOWN && LLVMIsAConstantExpr(constant))
        return unknown_expression(x, constant, &inst);
    if (inst.op == VT_OP_UNKNOWN && LLVMIsAConstantStruct(constant))
        return struct_of_addresses(x, constant, &inst);
    return intern_constant(x, &inst);
}

uint32_t value_id(struct extract *x, LLVMValueRef value) {
    uint32_t known = map_get(&x->values, map_key(value));
    if (known != VT_NONE)
        return known;
    LLVMValueRef stripped = strip(x, value);
    uint32_t id = stripped != value ? map_get(&x->values, map_key(stripped)) : VT_NONE;
    if (id == VT_NONE && LLVMIsConstant(stripped)) {
        id = constant_id(x, stripped);
    } else if (id == VT_NONE) {
        struct vt_inst unknown = blank_inst(VT_OP_UNKNOWN); /* metadata, labels */
        id = intern_constant(x, &unknown);
    }
    map_put(&x->values, x->scratch, map_key(value), id);
    return id;
}
