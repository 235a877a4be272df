/* Where Clang meets vitrine: one library that is a front-end plugin (it sees the AST) and a pass
 * plugin (it sees the module). */
#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/Version.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendPluginRegistry.h>
#include <dlfcn.h>
#include <limits>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Passes/PassPlugin.h>
#include <llvm/Support/CrashRecoveryContext.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "plugin/comments.h"
#include "plugin/diagnose.h"
#include "plugin/major.h"
#include "plugin/names.h"
#include "plugin/sources.h"
#include "plugin/unit.h"

using namespace clang;

namespace {

/* One compile: made by the action, used up by the pass. */
struct Compile {
    explicit Compile(CompilerInstance &instance) : compiler(instance), arena(vt_arena_new()) {}
    ~Compile() {
        vt_arena_free(arena);
    }
    Compile(const Compile &) = delete;

    CompilerInstance &compiler;
    vt_arena *arena;
    vt_options options = {};
    vt::Names names;
    std::unique_ptr<vt::Comments> comments; /* none: no code is generated */
    bool raised_locations = false;          /* in the options, until code generation has begun */
    bool strip_locations = false;
    bool clear_ast = false;
};

/* The one mutable variable at file scope. The pass must find the compile its action belongs to, but
 * LLVM loads pass plugins by path alone and asks them through a C function without context; before
 * 17 there is no other way from Clang's options to a pass. So the action leaves the compile here
 * and code generation, which Clang runs after it on the same thread, takes it. Threads do not share
 * it, it owns nothing, and it is empty while a pass runs. */
thread_local std::weak_ptr<Compile> handed_over;

/* ---- the module side --------------------------------------------------------------------- */

const char *language_of(const LangOptions &options) {
    if (options.ObjC)
        return options.CPlusPlus ? "objective-c++" : "objective-c";
    return options.CPlusPlus ? "c++" : "c";
}

/* Facts are written as assembly, so the target must have an assembler. */
vt_format format_of(const llvm::Module &module) {
    llvm::Triple triple(module.getTargetTriple());
    std::string ignored;
    const llvm::Target *target =
        llvm::TargetRegistry::lookupTarget(module.getTargetTriple(), ignored);
    if (!target || !target->hasMCAsmParser())
        return VT_FORMAT_OTHER;
    if (triple.isOSBinFormatELF())
        return VT_FORMAT_ELF;
    return triple.isOSBinFormatCOFF() ? VT_FORMAT_COFF : VT_FORMAT_OTHER;
}

/* What listens to one unit's analysis. */
struct Audience {
    Compile &compile;
    vt::Sources &sources;
};

vt_listener listener_for(Audience &audience) {
    vt_listener listener = {};
    listener.context = &audience;
    listener.finding = [](void *context, const vt_finding *finding) {
        auto *to = static_cast<Audience *>(context);
        vt::show_finding(to->compile.compiler.getDiagnostics(), to->sources, to->compile.options,
                         *finding);
    };
    listener.trouble = [](void *context, const char *text) {
        vt::show_trouble(static_cast<Audience *>(context)->compile.compiler.getDiagnostics(), text);
    };
    listener.probe = [](void *context, const vt_probe_place *place, const char *text) {
        auto *to = static_cast<Audience *>(context);
        vt::show_answer(to->compile.compiler.getDiagnostics(), to->sources, *place, text);
    };
    return listener;
}

/* Runs WORK; false if it crashed or aborted (as running out of memory does). Clang's driver guards
 * the compilers it runs in its own process so; where none does, signals are caught for as long as
 * WORK runs. A stack that overflows is not survived. */
bool run_safely(llvm::function_ref<void()> work) {
    bool guarded = llvm::CrashRecoveryContext::GetCurrent() != nullptr;
    if (!guarded)
        llvm::CrashRecoveryContext::Enable();
    llvm::CrashRecoveryContext context;
    bool survived = context.RunSafely(work);
    if (!guarded)
        llvm::CrashRecoveryContext::Disable();
    return survived;
}

/* Holds back the remarks of passes as long as it lives. Those that give the copy its fixed shape
 * are not what -Rpass= and -fsave-optimization-record ask about. */
class Unremarked {
  public:
    explicit Unremarked(llvm::LLVMContext &context)
        : context_(context), is_from_profile_(context.isDiagnosticsHotnessThresholdSetFromPSI()),
          threshold_(context.getDiagnosticsHotnessThreshold()) {
        context_.setDiagnosticsHotnessThreshold(std::numeric_limits<uint64_t>::max());
    }
    ~Unremarked() {
        context_.setDiagnosticsHotnessThreshold({});
        if (!is_from_profile_)
            context_.setDiagnosticsHotnessThreshold(threshold_);
    }
    Unremarked(const Unremarked &) = delete;

  private:
    llvm::LLVMContext &context_;
    bool is_from_profile_;
    uint64_t threshold_;
};

/* True if the object will be bitcode; -ffat-lto-objects puts bitcode into one of machine code. */
bool is_bitcode(const CodeGenOptions &options) {
#if LLVM_VERSION_MAJOR >= 17
    if (options.FatLTO)
        return false;
#endif
    return options.PrepareForLTO;
}

void compile_unit(Compile &compile, llvm::Module &module) {
    Unremarked unremarked(module.getContext());
    CompilerInstance &compiler = compile.compiler;
    vt::Sources sources(compiler);
    std::string producer = getClangFullVersion();
    vt_compile unit = {};
    unit.module = llvm::wrap(&module);
    unit.producer = producer.c_str();
    unit.language = language_of(compiler.getLangOpts());
    unit.files = sources.files().data();
    unit.nfiles = sources.files().size();
    unit.format = format_of(module);
    unit.is_bitcode = is_bitcode(compiler.getCodeGenOpts());
    unit.strip_locations = compile.strip_locations;
    unit.names = compile.names.for_module(compiler.getASTContext(), sources, module);
    compile.comments->tell(compile.names, unit.names);
    if (unit.format == VT_FORMAT_OTHER)
        vt::show_remark(compiler.getDiagnostics(), "no facts are written for target " +
                                                       module.getTargetTriple() +
                                                       ": its objects have no place for them");
    Audience audience = {compile, sources};
    vt_listener listener = listener_for(audience);
    if (!run_safely([&] { vt_unit_compile(&unit, &compile.options, &listener); }))
        vt_unit_give_up(&unit, &compile.options, &listener, "the analysis crashed");
}

class Pass : public llvm::PassInfoMixin<Pass> {
  public:
    explicit Pass(std::shared_ptr<Compile> compile) : compile_(std::move(compile)) {}

    llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &) {
        compile_unit(*compile_, module);
        if (compile_->clear_ast) {
            compile_->compiler.getASTContext().cleanup();
            compile_->compiler.getASTContext().getAllocator().Reset();
        }
        return llvm::PreservedAnalyses::none();
    }

    /* Runs at -O0 too. */
    static bool isRequired() {
        return true;
    }

  private:
    std::shared_ptr<Compile> compile_;
};

void add_pass(llvm::PassBuilder &builder) {
    std::shared_ptr<Compile> compile = handed_over.lock();
    handed_over.reset();
    if (!compile)
        return;
    builder.registerPipelineStartEPCallback(
        [compile](llvm::ModulePassManager &passes, auto) { passes.addPass(Pass(compile)); });
}

/* ---- the AST side ------------------------------------------------------------------------ */

class Consumer : public ASTConsumer {
  public:
    explicit Consumer(std::shared_ptr<Compile> compile) : compile_(std::move(compile)) {}

    bool HandleTopLevelDecl(DeclGroupRef group) override {
        lower_locations();
        for (const Decl *decl : group)
            compile_->names.see(decl);
        return true;
    }

    void HandleInlineFunctionDefinition(FunctionDecl *function) override {
        compile_->names.see(function);
    }

  private:
    /* Whoever writes locations is made when code generation begins, before the first declaration,
     * and keeps what it was made for. What else asks whether there shall be any (OpenMP puts them
     * into the program's data) must hear the user's answer. */
    void lower_locations() {
        if (compile_->raised_locations)
            compile_->compiler.getCodeGenOpts().setDebugInfo(vt::debug_kind::NoDebugInfo);
        compile_->raised_locations = false;
    }

    std::shared_ptr<Compile> compile_;
};

/* For --coverage there are locations whatever else is asked for, and a pass that needs them. */
bool counts_lines(const CodeGenOptions &options) {
    return !options.CoverageNotesFile.empty() || !options.CoverageDataFile.empty();
}

bool raise_locations(CodeGenOptions &options) {
    bool raises = vt::can_raise_locations && !counts_lines(options) &&
                  options.getDebugInfo() == vt::debug_kind::NoDebugInfo;
    if (raises)
        options.setDebugInfo(vt::debug_kind::LocTrackingOnly);
    return raises;
}

/* Whether the locations in the module are there on vitrine's account only: then the vendor's object
 * must be made without them. Up to 16 `-Rpass=vitrine` asks for them. */
bool has_own_locations(const Compile &compile, const CodeGenOptions &options) {
    if (compile.raised_locations)
        return true;
    return !counts_lines(options) && options.getDebugInfo() == vt::debug_kind::LocTrackingOnly &&
           options.OptimizationRemark.Pattern == "vitrine" &&
           !options.OptimizationRemarkMissed.hasValidPattern() &&
           !options.OptimizationRemarkAnalysis.hasValidPattern() && options.OptRecordFile.empty() &&
           options.SampleProfileFile.empty();
}

bool generates_code(frontend::ActionKind action) {
    switch (action) {
    case frontend::EmitAssembly:
    case frontend::EmitBC:
    case frontend::EmitLLVM:
    case frontend::EmitLLVMOnly:
    case frontend::EmitCodeGenOnly:
    case frontend::EmitObj:
        return true;
    default:
        return false;
    }
}

void join_code_generation(const std::shared_ptr<Compile> &compile) {
    CodeGenOptions &options = compile->compiler.getCodeGenOpts();
    if (options.DisableLLVMPasses)
        return vt::show_trouble(compile->compiler.getDiagnostics(),
                                "this step of the compile runs no passes (-save-temps does so), "
                                "vitrine's neither");
    Dl_info self;
    if (!dladdr(reinterpret_cast<void *>(&join_code_generation), &self))
        return vt::show_trouble(compile->compiler.getDiagnostics(), "cannot find its own library");
    options.PassPlugins.push_back(self.dli_fname);
    /* Clang would free the AST before the pass looks up names in it; the pass does so afterwards.
     */
    compile->clear_ast = options.ClearASTBeforeBackend;
    options.ClearASTBeforeBackend = false;
    compile->raised_locations = raise_locations(options);
    compile->strip_locations = has_own_locations(*compile, options);
    handed_over = compile;
}

class Action : public PluginASTAction {
  public:
    bool ParseArgs(const CompilerInstance &compiler,
                   const std::vector<std::string> &args) override {
        compile_ = std::make_shared<Compile>(const_cast<CompilerInstance &>(compiler));
        std::vector<const char *> arguments;
        for (const std::string &argument : args)
            arguments.push_back(argument.c_str());
        vt_error error = {};
        if (vt_options_parse(arguments.data(), arguments.size(), compile_->arena,
                             &compile_->options, &error))
            return true;
        vt::show_error(compiler.getDiagnostics(), error.text);
        return false;
    }

    std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &compiler,
                                                   llvm::StringRef) override {
        if (generates_code(compiler.getFrontendOpts().ProgramAction)) {
            compile_->comments = std::make_unique<vt::Comments>(compiler.getPreprocessor());
            join_code_generation(compile_);
        }
        return std::make_unique<Consumer>(compile_);
    }

    ActionType getActionType() override {
        return AddBeforeMainAction;
    }

  private:
    std::shared_ptr<Compile> compile_;
};

const FrontendPluginRegistry::Add<Action> registration("vitrine",
                                                       "finds what a program does undeclared");

} // namespace

extern "C" LLVM_ATTRIBUTE_WEAK __attribute__((visibility("default"))) ::llvm::PassPluginLibraryInfo
llvmGetPassPluginInfo() {
    return {LLVM_PLUGIN_API_VERSION, "vitrine", VITRINE_VERSION, add_pass};
}
