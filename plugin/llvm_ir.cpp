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
#include <llvm/Transforms/Utils/Cloning.h>
#include <llvm/Transforms/Utils/Local.h>
#include <llvm/Transforms/Utils/PromoteMemToReg.h>
#include <llvm/Transforms/Utils/ValueMapper.h>

using namespace llvm;

const uint8_t *vt_llvm_data_bytes(LLVMValueRef constant, size_t *size) {
    StringRef bytes = unwrap<ConstantDataSequential>(constant)->getRawDataValues();
    *size = bytes.size();
    return bytes.bytes_begin();
}

/* ---- copies ---- */

struct vt_llvm_copy {
    std::unique_ptr<Module> module;
    DenseMap<const Function *, const Function *> originals;
    ValueToValueMapTy constants;                      /* the original's to the copy's */
    DenseMap<const Value *, Value *> globals, locals; /* the same; locals are one function's */
};

/* Lets the copy use what the original's module, globals and functions have attached. */
static void share_metadata(const Module &module, ValueToValueMapTy &map) {
    SmallVector<std::pair<unsigned, MDNode *>, 4> attached;
    for (const NamedMDNode &list : module.named_metadata())
        for (unsigned i = 0; i < list.getNumOperands(); i++)
            map.MD()[list.getOperand(i)].reset(list.getOperand(i));
    for (const GlobalVariable &global : module.globals()) {
        global.getAllMetadata(attached);
        for (auto [kind, node] : attached)
            map.MD()[node].reset(node);
        attached.clear();
    }
}

/* Addresses of blocks lead nowhere in data; in code they are set with the body. */
static void forget_block_addresses(const Module &module, ValueToValueMapTy &map) {
    for (const Function &function : module)
        for (const BasicBlock &block : function)
            if (BlockAddress *address = BlockAddress::lookup(&block))
                map[address] = UndefValue::get(address->getType());
}

static std::unique_ptr<Module> clone_without_bodies(const Module &module, ValueToValueMapTy &map) {
    auto has_data = [](const GlobalValue *global) { return !isa<Function>(global); };
#if LLVM_VERSION_MAJOR < 15
    /* CloneModule forgets ifuncs there: the clone would go on using the original's. */
    SmallVector<std::pair<GlobalIFunc *, const Constant *>, 2> ifuncs;
    for (const GlobalIFunc &from : module.ifuncs()) {
        auto *to = GlobalIFunc::create(from.getValueType(), from.getAddressSpace(),
                                       from.getLinkage(), "", nullptr, nullptr);
        to->copyAttributesFrom(&from);
        map[&from] = to;
        ifuncs.push_back({to, from.getResolver()});
    }
    std::unique_ptr<Module> clone = CloneModule(module, map, has_data);
    auto from = module.ifunc_begin();
    for (auto [to, resolver] : ifuncs) {
        clone->getIFuncList().push_back(to);
        to->setName(from->getName());
        to->setResolver(MapValue(resolver, map));
        ++from;
    }
    return clone;
#else
    return CloneModule(module, map, has_data);
#endif
}

/* Makes TO, a declaration so far, a definition like FROM, but for the body. */
static void define(Function &to, const Function &from) {
    to.setLinkage(from.getLinkage());
    to.setIsMaterializable(true);
    to.copyMetadata(&from, 0);
    if (const Comdat *comdat = from.getComdat()) {
        Comdat *same = to.getParent()->getOrInsertComdat(comdat->getName());
        same->setSelectionKind(comdat->getSelectionKind());
        to.setComdat(same);
    }
}

struct vt_llvm_copy *vt_llvm_copy_new(LLVMModuleRef ref) {
    const Module &module = *unwrap(ref);
    auto *copy = new vt_llvm_copy;
    share_metadata(module, copy->constants);
    forget_block_addresses(module, copy->constants);
    copy->module = clone_without_bodies(module, copy->constants);
    for (const Function &from : module) {
        if (from.isDeclaration())
            continue;
        auto &to = *cast<Function>(copy->constants[&from]);
        define(to, from);
        copy->originals[&to] = &from;
    }
    return copy;
}

void vt_llvm_copy_free(struct vt_llvm_copy *copy) {
    delete copy;
}

LLVMModuleRef vt_llvm_copy_module(const struct vt_llvm_copy *copy) {
    return wrap(copy->module.get());
}

static Constant *copied_constant(struct vt_llvm_copy &copy, Constant *constant) {
    if (isa<ConstantData>(constant))
        return constant;
    if (!isa<GlobalValue>(constant))
        return MapValue(constant, copy.constants);
    Value *&global = copy.globals[constant];
    if (!global)
        global = MapValue(constant, copy.constants);
    return cast<Constant>(global);
}

/* The copy's value for VALUE, an operand in the original. */
static Value *copied(struct vt_llvm_copy &copy, Value *value) {
    if (auto *constant = dyn_cast<Constant>(value))
        return copied_constant(copy, constant);
    auto local = copy.locals.find(value);
    return local != copy.locals.end() ? local->second
                                      : value; /* metadata and assembly are shared */
}

/* A twin of INST at the end of BLOCK, still with the original's operands. */
static Instruction *append_twin(const Instruction &inst, BasicBlock *block) {
    Instruction *twin = inst.clone();
#if LLVM_VERSION_MAJOR < 16
    block->getInstList().push_back(twin);
#else
    /* By this the original's variables are found, and what happens to the twin would happen to
     * them. */
    twin->setMetadata(LLVMContext::MD_DIAssignID, nullptr);
    twin->insertInto(block, block->end());
#endif
    return twin;
}

/* Lets what INST refers to, the original's still, be the copy's. */
static void translate(struct vt_llvm_copy &copy, Instruction &inst) {
    for (Use &use : inst.operands())
        use.set(copied(copy, use.get()));
    if (auto *phi = dyn_cast<PHINode>(&inst))
        for (unsigned i = 0; i < phi->getNumIncomingValues(); i++)
            phi->setIncomingBlock(i, cast<BasicBlock>(copy.locals[phi->getIncomingBlock(i)]));
}

void vt_llvm_copy_body(struct vt_llvm_copy *copy, LLVMValueRef ref) {
    Function &to = *unwrap<Function>(ref);
    const Function &from = *copy->originals.lookup(&to);
    if (!to.empty())
        return;
    to.setIsMaterializable(false);
    if (from.hasPersonalityFn())
        to.setPersonalityFn(copied_constant(*copy, from.getPersonalityFn()));
    copy->locals.clear();
    for (unsigned i = 0; i < from.arg_size(); i++)
        copy->locals[from.getArg(i)] = to.getArg(i);
    for (const BasicBlock &block : from) {
        BasicBlock *made = BasicBlock::Create(to.getContext(), "", &to);
        copy->locals[&block] = made;
        if (BlockAddress *address = BlockAddress::lookup(&block))
            copy->constants[address] = BlockAddress::get(&to, made);
        for (const Instruction &inst : block)
            if (!isa<DbgInfoIntrinsic>(inst))
                copy->locals[&inst] = append_twin(inst, made);
    }
    for (Instruction &inst : instructions(to))
        translate(*copy, inst);
}

void vt_llvm_drop_body(LLVMValueRef ref) {
    Function &function = *unwrap<Function>(ref);
    function.dropAllReferences();
    function.setIsMaterializable(true);
}

/* ---- wrappers ---- */

bool vt_llvm_wants_inlining(LLVMModuleRef module) {
    return any_of(*unwrap(module), [](const Function &f) {
        return !f.isDeclaration() && f.hasFnAttribute(Attribute::AlwaysInline);
    });
}

/* ---- markers ---- */

static bool is_marker(const Instruction &inst) {
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

void vt_llvm_drop_markers(LLVMValueRef function) {
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

/* What a call that asks the optimizer about its knowledge is answered. */
static Constant *answer(const IntrinsicInst &call) {
    if (call.getIntrinsicID() == Intrinsic::is_constant)
        return ConstantInt::getBool(call.getContext(), isa<Constant>(call.getArgOperand(0)));
    bool minimum = cast<ConstantInt>(call.getArgOperand(1))->isOne();
    return minimum ? Constant::getNullValue(call.getType())
                   : Constant::getAllOnesValue(call.getType());
}

static Constant *fold(Instruction &inst, const DataLayout &layout) {
    if (auto *phi = dyn_cast<PHINode>(&inst))
        return dyn_cast_or_null<Constant>(phi->hasConstantValue());
    if (isa<BinaryOperator>(inst) || isa<CmpInst>(inst) || isa<CastInst>(inst))
        return ConstantFoldInstruction(&inst, layout);
    return nullptr;
}

/* The loads of a local that STORE alone sets. */
static void loads_of(const StoreInst &store, SmallSetVector<Instruction *, 8> &loads) {
    auto *local = dyn_cast<AllocaInst>(const_cast<Value *>(store.getPointerOperand()));
    if (!local || !isAllocaPromotable(local) ||
        count_if(local->users(), [](const User *user) { return isa<StoreInst>(user); }) != 1)
        return;
    for (User *user : local->users())
        if (isa<LoadInst>(user))
            loads.insert(cast<Instruction>(user));
}

/* Replaces INST by VALUE and, as far as they become constant, what is computed from it. */
static void replace(Instruction *inst, Constant *value, const DataLayout &layout) {
    SmallVector<std::pair<Instruction *, Constant *>, 8> work{{inst, value}};
    while (!work.empty()) {
        auto [from, to] = work.pop_back_val();
        SmallSetVector<Instruction *, 8> users, loads;
        for (User *user : from->users()) {
            users.insert(cast<Instruction>(user));
            if (auto *store = dyn_cast<StoreInst>(user))
                loads_of(*store, loads);
        }
        from->replaceAllUsesWith(to);
        from->eraseFromParent();
        for (Instruction *user : users)
            if (Constant *result = user == from ? nullptr : fold(*user, layout))
                work.push_back({user, result});
        for (Instruction *load : loads)
            work.push_back({load, to});
    }
}

void vt_llvm_fold_unknowable(LLVMValueRef ref) {
    Function &function = *unwrap<Function>(ref);
    const DataLayout &layout = function.getParent()->getDataLayout();
    SmallVector<IntrinsicInst *, 8> questions;
    for (Instruction &inst : instructions(function))
        if (auto *call = dyn_cast<IntrinsicInst>(&inst))
            if (call->getIntrinsicID() == Intrinsic::is_constant ||
                call->getIntrinsicID() == Intrinsic::objectsize)
                questions.push_back(call);
    /* Whether a size is constant can only be said once sizes are known. */
    auto sizes_first = [](const IntrinsicInst *a, const IntrinsicInst *b) {
        return a->getIntrinsicID() == Intrinsic::objectsize &&
               b->getIntrinsicID() != Intrinsic::objectsize;
    };
    std::sort(questions.begin(), questions.end(), sizes_first);
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

/* LOAD's only use if that is a choice between blocks: a switch, or a comparison for a branch. */
static Instruction *choice(const LoadInst &load) {
    if (!load.hasOneUse())
        return nullptr;
    auto *user = const_cast<Instruction *>(load.user_back());
    auto *compare = dyn_cast<ICmpInst>(user);
    if (!compare)
        return isa<SwitchInst>(user) ? user : nullptr;
    bool decides = compare->isEquality() && isa<ConstantInt>(compare->getOperand(1)) &&
                   compare->hasOneUse() && isa<BranchInst>(compare->user_back());
    return decides ? compare->user_back() : nullptr;
}

/* True for the variable in which Clang notes where a cleanup goes on: only constants are stored
 * to it, and every load only chooses a block. */
static bool is_dispatch_slot(const AllocaInst &slot) {
    if (!slot.getAllocatedType()->isIntegerTy(32) || slot.isArrayAllocation())
        return false;
    return all_of(slot.users(), [&](const User *user) {
        if (const auto *store = dyn_cast<StoreInst>(user))
            return isa<ConstantInt>(store->getValueOperand()) && !store->isVolatile();
        const auto *load = dyn_cast<LoadInst>(user);
        return load && !load->isVolatile() && choice(*load);
    });
}

/* True if BLOCK does nothing but LOAD and choose. */
static bool only_chooses(const LoadInst &load) {
    const BasicBlock &block = *load.getParent();
    const Instruction *next = load.getNextNode();
    if (isa<ICmpInst>(next))
        next = next->getNextNode();
    return &block.front() == &load && next == block.getTerminator() && next == choice(load);
}

/* Where CHOICE goes if what it looks at is VALUE. */
static BasicBlock *chosen(Instruction &choice, ConstantInt &value) {
    if (auto *dispatch = dyn_cast<SwitchInst>(&choice))
        return dispatch->findCaseValue(&value)->getCaseSuccessor();
    auto *branch = cast<BranchInst>(&choice);
    auto *compare = cast<ICmpInst>(branch->getCondition());
    bool equal = cast<ConstantInt>(compare->getOperand(1))->getValue() == value.getValue();
    bool wanted = compare->getPredicate() == CmpInst::ICMP_EQ;
    return branch->getSuccessor(equal == wanted ? 0 : 1);
}

/* The constant that SLOT holds at the end of BLOCK, if only one way leads there from the store;
 * else null. */
static ConstantInt *last_stored(BasicBlock *block, const AllocaInst &slot) {
    for (unsigned i = 0; block && i < 16; i++, block = block->getSinglePredecessor())
        for (Instruction &inst : reverse(*block))
            if (auto *store = dyn_cast<StoreInst>(&inst))
                if (store->getPointerOperand() == &slot)
                    return cast<ConstantInt>(store->getValueOperand());
    return nullptr;
}

/* True if the edges from PRED to VIA may lead to TO instead. */
static bool may_redirect(const BasicBlock *pred, const BasicBlock *via, const BasicBlock *to) {
    const Instruction *end = pred->getTerminator();
    if (pred == via || to == via || (!isa<BranchInst>(end) && !isa<SwitchInst>(end)))
        return false;
    return to->phis().empty() || !is_contained(successors(pred), to);
}

/* Lets PRED go to TO, which VIA leads to, instead of VIA. */
static void redirect(BasicBlock *pred, BasicBlock *via, BasicBlock *to) {
    for (Use &use : make_early_inc_range(via->uses())) { /* a switch may have thousands of others */
        if (use.getUser() != pred->getTerminator())
            continue;
        for (PHINode &phi : to->phis())
            phi.addIncoming(phi.getIncomingValueForBlock(via), pred);
        use.set(to);
    }
}

/* Leads the blocks that go on to VIA, which only chooses by SLOT, to what would be chosen: all of
 * them or none, because what is left of a choice says nothing true. */
static bool thread_block(BasicBlock *via, const AllocaInst &slot) {
    SmallSetVector<BasicBlock *, 8> preds(pred_begin(via), pred_end(via));
    SmallVector<BasicBlock *, 8> chosen_by;
    for (BasicBlock *pred : preds) {
        ConstantInt *value = last_stored(pred, slot);
        chosen_by.push_back(value ? chosen(*via->getTerminator(), *value) : nullptr);
        if (!value || !may_redirect(pred, via, chosen_by.back()))
            return false;
    }
    for (size_t i = 0; i < preds.size(); i++)
        redirect(preds[i], via, chosen_by[i]);
    return !preds.empty();
}

static bool thread_slot(const AllocaInst &slot) {
    bool changed = false;
    for (const User *user : slot.users()) {
        const auto *load = dyn_cast<LoadInst>(user);
        if (load && only_chooses(*load))
            changed |= thread_block(const_cast<BasicBlock *>(load->getParent()), slot);
    }
    return changed;
}

/* Removes a block that only goes on to another; keeps one that PHIs need to tell edges apart. */
static bool skip_forwarder(BasicBlock &block) {
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

/* Takes away a variable that is only written. */
static bool drop_unread(AllocaInst &slot) {
    if (!all_of(slot.users(), [](const User *user) { return isa<StoreInst>(user); }))
        return false;
    for (User *user : make_early_inc_range(slot.users()))
        cast<Instruction>(user)->eraseFromParent();
    slot.eraseFromParent();
    return true;
}

void vt_llvm_straighten(LLVMValueRef ref) {
    Function &function = *unwrap<Function>(ref);
    SmallVector<AllocaInst *, 2> slots;
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
        for (AllocaInst *slot : slots)
            changed |= thread_slot(*slot);
        size_t before = slots.size();
        erase_if(slots, [](AllocaInst *slot) { return drop_unread(*slot); });
        changed |= slots.size() < before;
    }
    for (BasicBlock &block : make_early_inc_range(function))
        MergeBlockIntoPredecessor(&block);
}

/* ---- constant expressions ---- */

/* True for a constant expression that says more than an address. */
static bool is_computation(const Value *value) {
    const auto *expression = dyn_cast<ConstantExpr>(value);
    return expression && !expression->isCast() &&
           expression->getOpcode() != Instruction::GetElementPtr;
}

void vt_llvm_expand_constants(LLVMValueRef ref) {
    Function &function = *unwrap<Function>(ref);
    SmallVector<Use *, 8> work;
    for (Instruction &inst : instructions(function))
        for (Use &use : inst.operands())
            if (is_computation(use))
                work.push_back(&use);
    while (!work.empty()) {
        Use &use = *work.pop_back_val();
        auto *user = cast<Instruction>(use.getUser());
        auto *phi = dyn_cast<PHINode>(user);
        Instruction *before = phi ? phi->getIncomingBlock(use)->getTerminator() : user;
        Instruction *inst = cast<ConstantExpr>(use)->getAsInstruction();
        inst->insertBefore(before);
        inst->setDebugLoc(user->getDebugLoc());
        use.set(inst);
        for (Use &operand : inst->operands())
            if (is_computation(operand))
                work.push_back(&operand);
    }
}

/* ---- locals ---- */

/* True if LOCAL takes no PHIs: one store, or all uses in one block. */
static bool is_simple(const AllocaInst &local) {
    SmallPtrSet<const BasicBlock *, 2> blocks;
    unsigned stores = 0;
    for (const User *user : local.users()) {
        blocks.insert(cast<Instruction>(user)->getParent());
        stores += isa<StoreInst>(user);
    }
    return stores <= 1 || blocks.size() <= 1;
}

/* The order of PHIs in a block is that of the locals given, unless simple ones are among them,
 * which change places with others. So those go first, one by one. */
void vt_llvm_promote(LLVMValueRef ref) {
    Function &function = *unwrap<Function>(ref);
    std::vector<AllocaInst *> locals;
    for (Instruction &inst : function.getEntryBlock())
        if (auto *local = dyn_cast<AllocaInst>(&inst))
            if (isAllocaPromotable(local))
                locals.push_back(local);
    if (locals.empty())
        return;
    DominatorTree dominators(function);
    std::vector<AllocaInst *> others;
    for (AllocaInst *local : locals) {
        if (is_simple(*local))
            PromoteMemToReg(ArrayRef<AllocaInst *>(local), dominators);
        else
            others.push_back(local);
    }
    if (!others.empty())
        PromoteMemToReg(others, dominators);
}
