#include "plugin/names.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/GlobalDecl.h>
#include <clang/AST/Mangle.h>
#include <clang/AST/RecordLayout.h>
#include <llvm/Support/raw_ostream.h>

using namespace clang;

namespace vt {

/* ---- functions --------------------------------------------------------------------------- */

void Names::see(const Decl *decl) {
    if (const auto *function = dyn_cast<FunctionDecl>(decl)) {
        if (function->doesThisDeclarationHaveABody() && !function->isDependentContext())
            seen_.push_back(function);
    } else if (const auto *variable = dyn_cast<VarDecl>(decl)) {
        if (variable->isThisDeclarationADefinition() == VarDecl::Definition &&
            !variable->getDeclContext()->isDependentContext())
            variables_seen_.push_back(variable);
    } else if (isa<NamespaceDecl, LinkageSpecDecl>(decl)) {
        for (const Decl *inner : cast<DeclContext>(decl)->decls())
            see(inner);
    }
}

static std::string link_name(MangleContext &mangler, GlobalDecl global) {
    const auto *function = cast<FunctionDecl>(global.getDecl());
    if (!mangler.shouldMangleDeclName(function))
        return function->getName().str();
    std::string name;
    llvm::raw_string_ostream stream(name);
    mangler.mangleName(global, stream);
    stream.flush();
    return name[0] == '\1' ? name.substr(1) : name;
}

/* Constructors and destructors are several functions each. */
static llvm::SmallVector<GlobalDecl, 2> variants(const FunctionDecl *function) {
    if (const auto *constructor = dyn_cast<CXXConstructorDecl>(function))
        return {GlobalDecl(constructor, Ctor_Complete), GlobalDecl(constructor, Ctor_Base)};
    if (const auto *destructor = dyn_cast<CXXDestructorDecl>(function))
        return {GlobalDecl(destructor, Dtor_Complete), GlobalDecl(destructor, Dtor_Base)};
    return {GlobalDecl(function)};
}

void Names::index_functions() {
    std::unique_ptr<MangleContext> mangler(context_->createMangleContext());
    for (const FunctionDecl *function : seen_) {
        if (function->isInvalidDecl())
            continue;
        for (GlobalDecl global : variants(function))
            functions_[link_name(*mangler, global)] = function;
    }
    has_functions_ = true;
}

/* What stands at parameter INDEX of the lowered FUNCTION, of PARAMETERS declared ones: an implicit
 * parameter ("this"), a declared one, or what cannot be told because a struct was taken apart. */
static const char *name_at(const FunctionDecl *decl, const llvm::Function &function,
                           unsigned index) {
    unsigned hidden = function.hasStructRetAttr();
    const auto *method = dyn_cast<CXXMethodDecl>(decl);
    if (method && method->isInstance()) {
        /* The order of "this" and the returned struct is the ABI's; both are seldom there. */
        if (index == 0 && !hidden)
            return "this";
        hidden++;
    }
    if (index < hidden)
        return nullptr;
    bool one_to_one = function.arg_size() == decl->getNumParams() + hidden;
    index -= hidden;
    if (index >= decl->getNumParams())
        return nullptr;
    for (unsigned i = 0; i <= index && !one_to_one; i++) {
        if (decl->getParamDecl(i)->getType()->isRecordType())
            return nullptr;
    }
    const IdentifierInfo *name = decl->getParamDecl(index)->getIdentifier();
    return name ? name->getNameStart() : nullptr;
}

const char *Names::parameter(llvm::StringRef function, unsigned index) {
    if (!has_functions_)
        index_functions();
    auto found = functions_.find(function);
    const llvm::Function *lowered = module_->getFunction(function);
    if (found == functions_.end() || !lowered)
        return nullptr;
    return name_at(found->second, *lowered, index);
}

const llvm::StringMap<const FunctionDecl *> &Names::functions() {
    if (!has_functions_)
        index_functions();
    return functions_;
}

/* ---- variables --------------------------------------------------------------------------- */

/* INSIDE: the function whose static variable it is; in C Clang calls that one "function.name". */
void Names::add_variable(MangleContext &mangler, const VarDecl *variable,
                         const FunctionDecl *inside) {
    std::string name = variable->getName().str();
    if (variable->isInvalidDecl() || !variable->hasInit())
        return;
    if (mangler.shouldMangleDeclName(variable)) {
        llvm::raw_string_ostream stream(name = "");
        mangler.mangleName(variable, stream);
        stream.flush();
    } else if (inside) {
        name = inside->getName().str() + "." + name;
    }
    variables_[name] = variable;
}

void Names::index_variables() {
    std::unique_ptr<MangleContext> mangler(context_->createMangleContext());
    for (const VarDecl *variable : variables_seen_)
        add_variable(*mangler, variable, nullptr);
    for (const FunctionDecl *function : seen_) {
        for (const Decl *decl : function->decls()) {
            const auto *variable = dyn_cast<VarDecl>(decl);
            if (variable && variable->isStaticLocal() && function->getIdentifier())
                add_variable(*mangler, variable, function);
        }
    }
    has_variables_ = true;
}

bool Names::variable(llvm::StringRef name, struct vt_source_place *place) {
    if (!has_variables_)
        index_variables();
    auto found = variables_.find(name);
    if (found == variables_.end())
        return false;
    const SourceManager &manager = context_->getSourceManager();
    PresumedLoc at = manager.getPresumedLoc(manager.getExpansionLoc(found->second->getLocation()));
    if (at.isInvalid())
        return false;
    path_ = sources_->told_path(at.getFilename());
    *place = {path_.c_str(), at.getLine(), at.getColumn()};
    return true;
}

/* ---- fields ------------------------------------------------------------------------------ */

static const NamedDecl *name_giver(const RecordDecl *record) {
    if (record->getIdentifier())
        return record;
    return record->getTypedefNameForAnonDecl();
}

void Names::index_records() {
    for (const Type *type : context_->getTypes()) {
        const auto *record_type = dyn_cast<RecordType>(type);
        const RecordDecl *record = record_type ? record_type->getDecl()->getDefinition() : nullptr;
        if (!record || record->isInvalidDecl() || record->isDependentContext())
            continue;
        const NamedDecl *giver = name_giver(record);
        if (!giver)
            continue;
        auto &same = records_[giver->getName()];
        if (!llvm::is_contained(same, record))
            same.push_back(record);
    }
    has_records_ = true;
}

/* As CodeGenTypes::addRecordTypeName spells it. */
static std::string llvm_name(const RecordDecl *record) {
    PrintingPolicy policy = record->getASTContext().getPrintingPolicy();
    policy.SuppressInlineNamespace = false;
    std::string name;
    llvm::raw_string_ostream stream(name);
    stream << record->getKindName() << '.';
    name_giver(record)->printQualifiedName(stream, policy);
    return stream.str();
}

/* The one record LLVM calls TYPE; null if there is none, or several: those LLVM tells apart by
 * numbers in the order it met them, which nobody can know here. */
const RecordDecl *Names::find_record(llvm::StringRef type) {
    if (!has_records_)
        index_records();
    auto known = types_.find(type);
    if (known != types_.end())
        return known->second;
    const RecordDecl *only = nullptr;
    llvm::StringRef last = type.substr(type.find('.') + 1);
    last = last.substr(last.rfind(':') + 1);
    unsigned count = 0;
    for (const RecordDecl *record : records_.lookup(last)) {
        if (llvm_name(record) == type) {
            only = record;
            count++;
        }
    }
    return types_[type] = count == 1 ? only : nullptr;
}

/* The field at OFFSET bits of RECORD; looks into unnamed structs and unions. */
static const FieldDecl *field_at(const RecordDecl *record, uint64_t offset) {
    const ASTRecordLayout &layout = record->getASTContext().getASTRecordLayout(record);
    for (const FieldDecl *field : record->fields()) {
        uint64_t start = layout.getFieldOffset(field->getFieldIndex());
        const RecordDecl *inner =
            field->isAnonymousStructOrUnion() ? field->getType()->getAsRecordDecl() : nullptr;
        if (inner && offset >= start) {
            if (const FieldDecl *found = field_at(inner->getDefinition(), offset - start))
                return found;
        } else if (start == offset && field->getIdentifier()) {
            return field;
        }
    }
    return nullptr;
}

const char *Names::field(llvm::StringRef type, unsigned offset) {
    const RecordDecl *record = find_record(type);
    const FieldDecl *field = record ? field_at(record, uint64_t(offset) * 8) : nullptr;
    return field ? field->getIdentifier()->getNameStart() : nullptr;
}

/* ---- the C side -------------------------------------------------------------------------- */

struct vt_source_names Names::for_module(ASTContext &context, const Sources &sources,
                                         const llvm::Module &module) {
    context_ = &context;
    sources_ = &sources;
    module_ = &module;
    struct vt_source_names names = {};
    names.context = this;
    names.parameter = [](void *self, const char *function, unsigned index) {
        return static_cast<Names *>(self)->parameter(function, index);
    };
    names.field = [](void *self, const char *type, unsigned offset) {
        return static_cast<Names *>(self)->field(type, offset);
    };
    names.variable = [](void *self, const char *name, struct vt_source_place *place) {
        return static_cast<Names *>(self)->variable(name, place);
    };
    return names;
}

} // namespace vt
