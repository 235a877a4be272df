/* One LLVM instruction to the values it becomes. */
#include <string.h>

#include "plugin/extract_internal.h"

unsigned inst_width(struct extract *x, LLVMValueRef inst) {
    switch (LLVMGetInstructionOpcode(inst)) {
    case LLVMFence:
        return 0;
    case LLVMInvoke:
    case LLVMCallBr:
        return 2; /* the call, and the branch behind it */
    case LLVMCall: {
        LLVMValueRef callee = LLVMGetCalledValue(inst);
        if (LLVMIsAFunction(callee) && intrinsic_kind(x, callee) == INTRINSIC_DROP)
            return 0;
        break;
    }
    default:
        break;
    }
    return alias_target(x, inst) ? 0 : 1;
}

/* ---- parts ---- */

static void set_args(struct extract *x, struct vt_inst *to, LLVMValueRef inst, unsigned count) {
    to->nargs = count;
    to->args = take(x, count);
    for (unsigned i = 0; i < count; i++)
        to->args[i] = value_id(x, LLVMGetOperand(inst, i));
}

static unsigned operand_count(LLVMValueRef inst) {
    return (unsigned)LLVMGetNumOperands(inst);
}

static bool begins_with_constant(LLVMValueRef inst) {
    return LLVMIsConstant(LLVMGetOperand(inst, 0)) && !LLVMIsConstant(LLVMGetOperand(inst, 1));
}

static void swap_args(struct vt_inst *to) {
    uint32_t first = to->args[0];
    to->args[0] = to->args[1];
    to->args[1] = first;
}

/* The constant of `1 + x` stands on the right, as everything behind expects it. */
static void binary(struct extract *x, struct vt_inst *to, LLVMValueRef inst, enum vt_binary sub) {
    bool commutes =
        sub == VT_ADD || sub == VT_MUL || sub == VT_AND || sub == VT_OR || sub == VT_XOR;
    to->op = VT_OP_BINARY;
    to->sub = (uint8_t)sub;
    set_args(x, to, inst, 2);
    if (commutes && begins_with_constant(inst))
        swap_args(to);
}

static void cast(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    to->op = VT_OP_CAST;
    to->sub = LLVMGetInstructionOpcode(inst) == LLVMSExt;
    to->from_bits = (uint16_t)type_bits(x, LLVMTypeOf(LLVMGetOperand(inst, 0)));
    set_args(x, to, inst, 1);
}

/* The constant of `0 == x`, too. */
static void compare(struct extract *x, struct vt_inst *to, LLVMValueRef inst, uint8_t sub) {
    static const uint8_t mirrored[] = {
        [VT_EQ] = VT_EQ,   [VT_NE] = VT_NE,   [VT_ULT] = VT_UGT,   [VT_ULE] = VT_UGE,
        [VT_UGT] = VT_ULT, [VT_UGE] = VT_ULE, [VT_SLT] = VT_SGT,   [VT_SLE] = VT_SGE,
        [VT_SGT] = VT_SLT, [VT_SGE] = VT_SLE, [VT_FCMP] = VT_FCMP,
    };
    bool swapped = begins_with_constant(inst);
    to->op = VT_OP_COMPARE;
    to->sub = swapped ? mirrored[sub] : sub;
    set_args(x, to, inst, 2);
    if (swapped)
        swap_args(to);
}

static void compare_integers(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    static const uint8_t subs[] = {VT_EQ,  VT_NE,  VT_UGT, VT_UGE, VT_ULT,
                                   VT_ULE, VT_SGT, VT_SGE, VT_SLT, VT_SLE};
    compare(x, to, inst, subs[LLVMGetICmpPredicate(inst) - LLVMIntEQ]);
}

/* Which of two is greater is asked of floating point as of numbers with a sign. */
static void compare_floating(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    static const uint8_t subs[] = {
        [LLVMRealOGT] = VT_SGT, [LLVMRealOGE] = VT_SGE, [LLVMRealOLT] = VT_SLT,
        [LLVMRealOLE] = VT_SLE, [LLVMRealUGT] = VT_SGT, [LLVMRealUGE] = VT_SGE,
        [LLVMRealULT] = VT_SLT, [LLVMRealULE] = VT_SLE, [LLVMRealPredicateTrue] = 0,
    };
    uint8_t sub = subs[LLVMGetFCmpPredicate(inst)];
    compare(x, to, inst, sub ? sub : VT_FCMP);
}

static void set_memory(struct extract *x, struct vt_inst *to, LLVMValueRef inst, LLVMTypeRef type) {
    to->bits = (uint16_t)type_bits(x, type);
    to->pointer = LLVMGetTypeKind(type) == LLVMPointerTypeKind;
    to->is_volatile = LLVMGetVolatile(inst) != 0;
}

static void store(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    LLVMValueRef value = LLVMGetOperand(inst, 0);
    to->op = VT_OP_STORE;
    set_memory(x, to, inst, LLVMTypeOf(value));
    to->nargs = 2;
    to->args = take(x, 2);
    to->args[0] = value_id(x, LLVMGetOperand(inst, 1));
    to->args[1] = value_id(x, value);
}

static void allocate(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    LLVMTypeRef type = LLVMGetAllocatedType(inst);
    LLVMValueRef count = LLVMGetOperand(inst, 0);
    uint64_t size = type_size(x, type);
    uint64_t many = LLVMIsAConstantInt(count) ? LLVMConstIntGetZExtValue(count) : 0;
    int64_t bytes = 0;
    if (__builtin_mul_overflow(size, many, &bytes))
        bytes = 0;
    to->op = VT_OP_ALLOCA;
    to->imm = bytes;
    to->type = type_name(x, type);
}

/* Cmpxchg has its operands in the order pointer, expected, new. */
static void atomic(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    bool exchange = LLVMGetInstructionOpcode(inst) == LLVMAtomicCmpXchg;
    to->op = VT_OP_ATOMIC;
    to->nargs = exchange ? 3 : 2;
    to->args = take(x, to->nargs);
    to->args[0] = value_id(x, LLVMGetOperand(inst, 0));
    to->args[1] = value_id(x, LLVMGetOperand(inst, exchange ? 2 : 1));
    if (exchange)
        to->args[2] = value_id(x, LLVMGetOperand(inst, 1));
    to->is_volatile = LLVMGetVolatile(inst) != 0;
}

/* Byte offset of the part of TYPE that the indices of INST lead to. */
static int64_t part_offset(struct extract *x, LLVMValueRef inst, LLVMTypeRef type) {
    int64_t offset = 0;
    const unsigned *indices = LLVMGetIndices(inst);
    for (unsigned i = 0; i < LLVMGetNumIndices(inst); i++) {
        if (LLVMGetTypeKind(type) == LLVMStructTypeKind) {
            offset += (int64_t)LLVMOffsetOfElement(x->target, type, indices[i]);
            type = LLVMStructGetTypeAtIndex(type, indices[i]);
        } else {
            type = LLVMGetElementType(type);
            offset += (int64_t)(type_size(x, type) * indices[i]);
        }
    }
    return offset;
}

static void part(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    LLVMOpcode opcode = LLVMGetInstructionOpcode(inst);
    LLVMTypeRef type = LLVMTypeOf(LLVMGetOperand(inst, 0));
    bool insert = opcode == LLVMInsertValue || opcode == LLVMInsertElement;
    to->op = insert ? VT_OP_INSERT : VT_OP_EXTRACT;
    set_args(x, to, inst, insert ? 2 : 1);
    if (opcode == LLVMInsertValue || opcode == LLVMExtractValue) {
        to->imm = part_offset(x, inst, type);
        return;
    }
    LLVMValueRef index = LLVMGetOperand(inst, insert ? 2 : 1);
    if (LLVMIsAConstantInt(index) && LLVMGetIntTypeWidth(LLVMTypeOf(index)) <= 64)
        to->imm =
            (int64_t)(LLVMConstIntGetZExtValue(index) * type_size(x, LLVMGetElementType(type)));
}

/* ---- addresses ---- */

/* A constant step can go on from the constant steps before it. */
static LLVMValueRef fold_base(struct extract *x, LLVMValueRef base, struct path *path) {
    for (unsigned i = 0; i < 64; i++) {
        base = strip(x, base);
        if (!LLVMIsAGetElementPtrInst(base))
            break;
        struct path step = {.type = VT_NONE, .around = VT_NONE};
        walk_gep(x, base, &step);
        int64_t sum = 0;
        if (step.nvariable || __builtin_add_overflow(step.offset, path->offset, &sum))
            break;
        if (path->type != VT_NONE && path->offset == 0 && path->around == VT_NONE)
            note_around(x, path, &step);
        /* An index into an array that is a field stays in the field's struct. */
        if (path->type == VT_NONE && step.type != VT_NONE) {
            path->type = step.type;
            path->type_offset = step.type_offset + path->offset;
            path->field_end = step.field_end;
        }
        path->offset = sum;
        base = LLVMGetOperand(base, 0);
    }
    return base;
}

/* The variable indices of the address computation INST, and how far each moves. */
static void set_indices(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    LLVMTypeRef type = LLVMGetGEPSourceElementType(inst);
    to->strides = vt_alloc_array(x->bodies, operand_count(inst), sizeof *to->strides);
    for (unsigned i = 1; i < operand_count(inst); i++) {
        LLVMValueRef index = LLVMGetOperand(inst, i);
        if (i > 1 && LLVMGetTypeKind(type) == LLVMStructTypeKind) {
            type = LLVMStructGetTypeAtIndex(type, (unsigned)LLVMConstIntGetZExtValue(index));
            continue;
        }
        if (i > 1)
            type = LLVMGetElementType(type);
        if (LLVMIsConstant(index))
            continue;
        to->strides[to->nargs - 1] = (int64_t)type_size(x, type);
        to->args[to->nargs++] = value_id(x, index);
    }
}

/* The bytes of the array that the address computation INST picks an element of, or 0. */
static uint64_t picked_size(struct extract *x, LLVMValueRef inst) {
    LLVMTypeRef type = LLVMGetGEPSourceElementType(inst);
    bool picks = operand_count(inst) > 2 && LLVMIsNull(LLVMGetOperand(inst, 1)) &&
                 LLVMGetTypeKind(type) == LLVMArrayTypeKind && LLVMGetArrayLength(type) > 1;
    uint64_t size = picks ? type_size(x, type) : 0;
    return size < INT32_MAX ? size : 0;
}

static void address(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    struct path path = {.type = VT_NONE, .around = VT_NONE};
    to->op = VT_OP_GEP;
    walk_gep(x, inst, &path);
    LLVMValueRef base = LLVMGetOperand(inst, 0);
    if (!path.nvariable)
        base = fold_base(x, base, &path);
    to->args = take(x, operand_count(inst));
    to->args[0] = value_id(x, base);
    to->nargs = 1;
    if (path.nvariable)
        set_indices(x, to, inst);
    to->variable = path.nvariable > 0;
    to->imm = path.offset;
    to->type = path.type;
    to->type_offset = (int32_t)path.type_offset;
    to->field_end = (int32_t)(to->variable ? (int64_t)picked_size(x, inst) : path.field_end);
    to->name = path.around;
    note_field(x, path.type, path.type_offset);
}

/* ---- calls ---- */

/* The library function that INTRINSIC stands for, "llvm.objc.retain" for objc_retain. */
static uint32_t library_symbol(struct extract *x, LLVMValueRef function) {
    size_t length = 0;
    const char *name = LLVMGetValueName2(function, &length) + strlen("llvm.");
    char text[64];
    size_t size = 0;
    bool dotted = strncmp(name, "objc.", 5) == 0;
    for (; name[size] && size < sizeof text - 1 && (dotted || name[size] != '.'); size++)
        text[size] = name[size] == '.' ? '_' : name[size];
    text[size] = 0;
    return symbol_named(x, LLVMGetGlobalParent(function), text);
}

static void set_callee(struct extract *x, struct vt_inst *to, LLVMValueRef callee) {
    if (LLVMIsConstant(callee)) {
        struct address target = address_of(x, callee);
        if (target.global && target.offset == 0 && !LLVMIsAGlobalVariable(target.global)) {
            to->symbol = symbol_of(x, target.global);
            return;
        }
    }
    to->callee = value_id(x, callee);
}

static void call(struct extract *x, struct vt_inst *to, LLVMValueRef inst) {
    LLVMValueRef callee = strip(x, LLVMGetCalledValue(inst));
    enum intrinsic kind = LLVMIsAFunction(callee) ? intrinsic_kind(x, callee) : NOT_INTRINSIC;
    unsigned count = LLVMGetNumArgOperands(inst);
    if (LLVMIsAInlineAsm(callee)) {
        to->op = VT_OP_ASM;
    } else if (kind == INTRINSIC_OTHER) {
        to->op = VT_OP_UNKNOWN;
    } else if (kind == INTRINSIC_VARIADIC) {
        to->op = VT_OP_VARIADIC;
    } else {
        to->op = VT_OP_CALL;
        to->variable = LLVMIsFunctionVarArg(LLVMGetCalledFunctionType(inst)) != 0;
        to->noreturn =
            LLVMGetCallSiteEnumAttribute(inst, LLVMAttributeFunctionIndex, x->noreturn) != NULL;
    }
    if (kind == INTRINSIC_CALL)
        to->symbol = library_symbol(x, callee);
    else if (kind == INTRINSIC_COPY)
        to->symbol = symbol_named(x, LLVMGetGlobalParent(callee), "memcpy");
    else if (to->op == VT_OP_CALL)
        set_callee(x, to, callee);
    if (to->symbol != VT_NONE)
        to->noreturn |= x->ir->symbols[to->symbol].is_noreturn;
    bool memory = kind == INTRINSIC_CALL && count == 4; /* and whether it is volatile */
    set_args(x, to, inst, memory ? 3 : count);
}

/* ---- control ---- */

static void set_successors(struct extract *x, LLVMValueRef inst, struct vt_block *block) {
    block->nsuccessors = LLVMGetNumSuccessors(inst);
    block->successors = take(x, block->nsuccessors);
    for (unsigned i = 0; i < block->nsuccessors; i++) {
        LLVMBasicBlockRef to = LLVMGetSuccessor(inst, i);
        block->successors[i] = map_get(&x->values, map_key(LLVMBasicBlockAsValue(to)));
    }
}

static void branch(struct extract *x, struct vt_inst *to, LLVMValueRef inst,
                   struct vt_block *block) {
    to->op = VT_OP_BRANCH;
    set_successors(x, inst, block);
    if (LLVMGetInstructionOpcode(inst) == LLVMBr && LLVMIsConditional(inst))
        set_args(x, to, inst, 1);
}

static void choose(struct extract *x, struct vt_inst *to, LLVMValueRef inst,
                   struct vt_block *block) {
    to->op = VT_OP_SWITCH;
    set_successors(x, inst, block);
    set_args(x, to, inst, 1);
    block->cases = vt_alloc_array(x->bodies, block->nsuccessors, sizeof *block->cases);
    for (unsigned i = 1; i < block->nsuccessors; i++) {
        LLVMValueRef value = LLVMGetOperand(inst, 2 * i); /* value, default, then pairs */
        if (LLVMGetIntTypeWidth(LLVMTypeOf(value)) <= 64)
            block->cases[i - 1] = LLVMConstIntGetSExtValue(value);
    }
}

void convert_phi(struct extract *x, LLVMValueRef phi, uint32_t id, const struct vt_block *block) {
    unsigned count = LLVMCountIncoming(phi);
    for (unsigned i = 0; i < count; i++) {
        LLVMValueRef from = LLVMBasicBlockAsValue(LLVMGetIncomingBlock(phi, i));
        uint32_t number = map_get(&x->values, map_key(from));
        if (number != VT_NONE) /* else nothing gets there */
            x->incoming[number] = value_id(x, LLVMGetIncomingValue(phi, i));
    }
    uint32_t *args = take(x, block->npredecessors);
    for (uint32_t i = 0; i < block->npredecessors; i++)
        args[i] = x->incoming[block->predecessors[i]];
    x->insts[id].args = args;
    x->insts[id].nargs = block->npredecessors;
}

/* ---- all together ---- */

static void convert_arithmetic(struct extract *x, LLVMValueRef inst, struct vt_inst *to) {
    switch (LLVMGetInstructionOpcode(inst)) {
    case LLVMAdd:
        return binary(x, to, inst, VT_ADD);
    case LLVMSub:
        return binary(x, to, inst, VT_SUB);
    case LLVMMul:
        return binary(x, to, inst, VT_MUL);
    case LLVMUDiv:
    case LLVMSDiv:
        return binary(x, to, inst, VT_DIV);
    case LLVMURem:
    case LLVMSRem:
        return binary(x, to, inst, VT_REM);
    case LLVMShl:
        return binary(x, to, inst, VT_SHL);
    case LLVMLShr:
        return binary(x, to, inst, VT_LSHR);
    case LLVMAShr:
        return binary(x, to, inst, VT_ASHR);
    case LLVMAnd:
        return binary(x, to, inst, VT_AND);
    case LLVMOr:
        return binary(x, to, inst, VT_OR);
    case LLVMXor:
        return binary(x, to, inst, VT_XOR);
    case LLVMFAdd:
    case LLVMFSub:
    case LLVMFMul:
    case LLVMFDiv:
    case LLVMFRem:
        return binary(x, to, inst, VT_FLOATING);
    default: /* shuffles, va_arg, ... */
        return set_args(x, to, inst, operand_count(inst));
    }
}

static void convert_control(struct extract *x, LLVMValueRef inst, struct vt_inst *to,
                            struct vt_block *block) {
    switch (LLVMGetInstructionOpcode(inst)) {
    case LLVMSwitch:
        return choose(x, to, inst, block);
    case LLVMRet:
        to->op = VT_OP_RETURN;
        return set_args(x, to, inst, operand_count(inst));
    case LLVMUnreachable:
    case LLVMResume:
        to->op = VT_OP_STOP;
        return;
    default:
        return branch(x, to, inst, block);
    }
}

static void convert_value(struct extract *x, LLVMValueRef inst, struct vt_inst *to) {
    LLVMOpcode opcode = LLVMGetInstructionOpcode(inst);
    switch (opcode) {
    case LLVMCall:
    case LLVMInvoke:
    case LLVMCallBr:
        return call(x, to, inst);
    case LLVMLoad:
        to->op = VT_OP_LOAD;
        set_memory(x, to, inst, LLVMTypeOf(inst));
        return set_args(x, to, inst, 1);
    case LLVMStore:
        return store(x, to, inst);
    case LLVMLandingPad:
        to->op = VT_OP_CATCH;
        return set_args(x, to, inst, operand_count(inst));
    case LLVMGetElementPtr:
        return address(x, to, inst);
    case LLVMAlloca:
        return allocate(x, to, inst);
    case LLVMICmp:
        return compare_integers(x, to, inst);
    case LLVMFCmp:
        return compare_floating(x, to, inst);
    case LLVMSelect:
        to->op = VT_OP_SELECT;
        return set_args(x, to, inst, 3);
    case LLVMPHI:
        to->op = VT_OP_PHI; /* its arguments wait for the block's predecessors */
        return;
    case LLVMAtomicRMW:
    case LLVMAtomicCmpXchg:
        return atomic(x, to, inst);
    case LLVMExtractValue:
    case LLVMInsertValue:
    case LLVMExtractElement:
    case LLVMInsertElement:
        return part(x, to, inst);
    default:
        if (LLVMIsACastInst(inst))
            return cast(x, to, inst);
        return convert_arithmetic(x, inst, to);
    }
}

/* What joins blocks and values is not in the source, and where it is said to be differs. */
static bool is_seam(LLVMValueRef inst) {
    return LLVMIsAPHINode(inst) || (LLVMIsABranchInst(inst) && !LLVMIsConditional(inst));
}

void convert_inst(struct extract *x, LLVMValueRef inst, uint32_t id, struct vt_block *block) {
    LLVMTypeRef type = LLVMTypeOf(inst);
    struct vt_inst to = blank_inst(VT_OP_UNKNOWN);
    to.block = x->insts[id].block;
    to.location = is_seam(inst) ? VT_NONE : location_of(x, inst);
    to.bits = (uint16_t)type_bits(x, type);
    to.pointer = LLVMGetTypeKind(type) == LLVMPointerTypeKind;
    bool terminator = LLVMIsATerminatorInst(inst) != NULL;
    bool both = inst_width(x, inst) == 2;
    if (!terminator || both) {
        convert_value(x, inst, &to);
        x->insts[id] = to;
    }
    if (terminator) {
        struct vt_inst end = blank_inst(VT_OP_BRANCH);
        end.block = to.block;
        end.location = to.location;
        convert_control(x, inst, &end, block);
        x->insts[both ? id + 1 : id] = end;
    }
}
