#include "plugin/llvm_ir.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Analysis/ConstantFolding.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/ValueHandle.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/Local.h>
#include <llvm/Transforms/Utils/PromoteMemToReg.h>

using namespace llvm;

const uint8_t *vt_llvm_data_bytes(LLVMValueRef constant, size_t *size)
{
    StringRef bytes = unwrap<ConstantDataSequential>(constant)->getRawDataValues();
    *size = bytes.size();
    return bytes.bytes_begin();
}

void vt_llvm_drop_body(LLVMValueRef function)
{
    unwrap<Function>(function)->deleteBody();
}

bool vt_llvm_wants_inlining(LLVMModuleRef module)
{
    return any_of(*unwrap(module), [](const Function &f) {
        return !f.isDeclaration() && f.hasFnAttribute(Attribute::AlwaysInline);
    });
}

/* ---- markers ---- */

static bool is_marker(const Instruction &inst)
{
    const auto *call = dyn_cast<IntrinsicInst>(&inst);
    if (!call)
        return false;
    switch (call->getIntrinsicID()) {
    case Intrinsic::lifetime_start:
    case Intrinsic::lifetime_end:
    case Intrinsic::assume:
    case Intrinsic::experimental_noalias_scope_decl:
    case Intrinsic::dbg_declare:
    case Intrinsic::dbg_value:
    case Intrinsic::dbg_label:
        return true;
    default:
        return false;
    }
}

void vt_llvm_drop_markers(LLVMValueRef function)
{
    SmallVector<WeakTrackingVH, 32> operands;
    for (Instruction &inst : make_early_inc_range(instructions(unwrap<Function>(function)))) {
        if (!is_marker(inst))
            continue;
        for (Value *operand : inst.operands())
            if (isa<CastInst>(operand))
                operands.push_back(operand);
        inst.eraseFromParent();
    }
    RecursivelyDeleteTriviallyDeadInstructionsPermissive(operands);
}

/* ---- object sizes ---- */

/* What a call that asks the optimizer about its knowledge is answered, or null if it does not. */
static Constant *answer(const IntrinsicInst &call)
{
    if (call.getIntrinsicID() == Intrinsic::is_constant)
        return ConstantInt::getFalse(call.getContext());
    if (call.getIntrinsicID() != Intrinsic::objectsize)
        return nullptr;
    bool minimum = cast<ConstantInt>(call.getArgOperand(1))->isOne();
    return minimum ? Constant::getNullValue(call.getType())
                   : Constant::getAllOnesValue(call.getType());
}

static Constant *fold(Instruction &inst, const DataLayout &layout)
{
    if (auto *phi = dyn_cast<PHINode>(&inst))
        return dyn_cast_or_null<Constant>(phi->hasConstantValue());
    if (isa<BinaryOperator>(inst) || isa<CmpInst>(inst) || isa<CastInst>(inst))
        return ConstantFoldInstruction(&inst, layout);
    return nullptr;
}

/* Replaces INST by VALUE and, as far as they become constant, what is computed from it. */
static void replace(Instruction *inst, Constant *value, const DataLayout &layout)
{
    SmallVector<std::pair<Instruction *, Constant *>, 8> work{{inst, value}};
    while (!work.empty()) {
        auto [from, to] = work.pop_back_val();
        SmallSetVector<Instruction *, 8> users;
        for (User *user : from->users())
            users.insert(cast<Instruction>(user));
        from->replaceAllUsesWith(to);
        from->eraseFromParent();
        for (Instruction *user : users)
            if (Constant *result = user == from ? nullptr : fold(*user, layout))
                work.push_back({user, result});
    }
}

void vt_llvm_fold_unknowable(LLVMValueRef ref)
{
    Function &function = *unwrap<Function>(ref);
    const DataLayout &layout = function.getParent()->getDataLayout();
    SmallVector<IntrinsicInst *, 8> questions;
    for (Instruction &inst : instructions(function))
        if (auto *call = dyn_cast<IntrinsicInst>(&inst))
            if (answer(*call))
                questions.push_back(call);
    for (IntrinsicInst *call : questions)
        replace(call, answer(*call), layout);
    for (bool changed = !questions.empty(); changed;) {
        changed = false;
        for (BasicBlock &block : function)
            changed |= ConstantFoldTerminator(&block, true);
        changed |= removeUnreachableBlocks(function);
        SmallVector<PHINode *, 8> settled;
        for (BasicBlock &block : function)
            for (PHINode &phi : block.phis())
                if (isa_and_nonnull<Constant>(phi.hasConstantValue()))
                    settled.push_back(&phi);
        if (!settled.empty()) {
            replace(settled[0], cast<Constant>(settled[0]->hasConstantValue()), layout);
            changed = true;
        }
    }
}

/* ---- cleanups ---- */

/* True for the variable in which Clang notes where a cleanup goes on: only constants are stored
 * to it, and every load only feeds a switch. */
static bool is_dispatch_slot(const AllocaInst &slot)
{
    if (!slot.getAllocatedType()->isIntegerTy(32) || slot.isArrayAllocation())
        return false;
    return all_of(slot.users(), [&](const User *user) {
        if (const auto *store = dyn_cast<StoreInst>(user))
            return isa<ConstantInt>(store->getValueOperand()) && !store->isVolatile();
        const auto *load = dyn_cast<LoadInst>(user);
        return load && !load->isVolatile() && load->hasOneUse() &&
               isa<SwitchInst>(load->user_back());
    });
}

/* The last constant that BLOCK leaves in SLOT, or null. */
static ConstantInt *last_stored(BasicBlock &block, const AllocaInst &slot)
{
    for (Instruction &inst : reverse(block))
        if (auto *store = dyn_cast<StoreInst>(&inst))
            if (store->getPointerOperand() == &slot)
                return cast<ConstantInt>(store->getValueOperand());
    return nullptr;
}

/* Lets PRED go to TO, which VIA leads to, instead of VIA. */
static void redirect(BasicBlock *pred, BasicBlock *via, BasicBlock *to)
{
    auto *branch = pred->getTerminator();
    for (unsigned i = 0; i < branch->getNumSuccessors(); i++) {
        if (branch->getSuccessor(i) != via)
            continue;
        for (PHINode &phi : to->phis())
            phi.addIncoming(phi.getIncomingValueForBlock(via), pred);
        branch->setSuccessor(i, to);
    }
}

/* Leads every block that stores a constant to SLOT and goes to a block that only switches over
 * SLOT to where the switch would go. */
static bool thread_slot(const AllocaInst &slot)
{
    bool changed = false;
    for (const User *user : slot.users()) {
        const auto *load = dyn_cast<LoadInst>(user);
        if (!load || &load->getParent()->front() != load ||
            load->getNextNode() != load->getParent()->getTerminator())
            continue;
        auto *via = const_cast<BasicBlock *>(load->getParent());
        auto *dispatch = cast<SwitchInst>(via->getTerminator());
        SmallVector<BasicBlock *, 8> preds(predecessors(via));
        for (BasicBlock *pred : preds) {
            ConstantInt *value = last_stored(*pred, slot);
            if (!value || !pred->getUniqueSuccessor() || pred == via)
                continue;
            BasicBlock *to = dispatch->findCaseValue(value)->getCaseSuccessor();
            if (to == via)
                continue;
            redirect(pred, via, to);
            changed = true;
        }
    }
    return changed;
}

/* Removes a block that only goes on to another; keeps one that PHIs need to tell edges apart. */
static bool skip_forwarder(BasicBlock &block)
{
    auto *branch = dyn_cast<BranchInst>(&block.front());
    if (!branch || branch->isConditional() || block.isEntryBlock() || block.hasAddressTaken())
        return false;
    BasicBlock *to = branch->getSuccessor(0);
    if (to == &block)
        return false;
    SmallSetVector<BasicBlock *, 8> preds(pred_begin(&block), pred_end(&block));
    for (BasicBlock *pred : preds) {
        if (!isa<BranchInst>(pred->getTerminator()) && !isa<SwitchInst>(pred->getTerminator()))
            return false;
        if (!to->phis().empty() && is_contained(successors(pred), to))
            return false;
    }
    for (BasicBlock *pred : preds)
        redirect(pred, &block, to);
    for (PHINode &phi : to->phis())
        phi.removeIncomingValue(&block, false);
    block.eraseFromParent();
    return true;
}

void vt_llvm_straighten(LLVMValueRef ref)
{
    Function &function = *unwrap<Function>(ref);
    SmallVector<const AllocaInst *, 2> slots;
    for (Instruction &inst : function.getEntryBlock())
        if (auto *slot = dyn_cast<AllocaInst>(&inst))
            if (is_dispatch_slot(*slot))
                slots.push_back(slot);
    /* Every round takes an edge one block further; the bound is for loops without an end. */
    bool changed = true;
    for (size_t round = 0; changed && round < 100; round++) {
        changed = removeUnreachableBlocks(function);
        for (BasicBlock &block : make_early_inc_range(function))
            changed |= skip_forwarder(block);
        for (const AllocaInst *slot : slots)
            changed |= thread_slot(*slot);
    }
    for (BasicBlock &block : make_early_inc_range(function))
        MergeBlockIntoPredecessor(&block);
}

void vt_llvm_promote(LLVMValueRef ref)
{
    Function &function = *unwrap<Function>(ref);
    std::vector<AllocaInst *> locals;
    for (Instruction &inst : function.getEntryBlock())
        if (auto *local = dyn_cast<AllocaInst>(&inst))
            if (isAllocaPromotable(local))
                locals.push_back(local);
    if (locals.empty())
        return;
    DominatorTree dominators(function);
    PromoteMemToReg(locals, dominators);
}
