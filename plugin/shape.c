/* requires: IR as the front end emits it. gives: locals in SSA form, one block per straight run of
 * code, no markers. breaks: nothing an analysis of source behaviour looks at.
 *
 * LLVM's own SROA, early CSE and CFG simplification would do more, but what they do differs from
 * major to major, and they fold away evidence (compares become selects, stores are split). So only
 * these steps are taken, each for a difference that was seen:
 *   always-inline   _FORTIFY_SOURCE turns read() into an inline wrapper
 *   drop bodies     -O1 and up emits bodies of inline functions "available externally"
 *   drop markers    lifetime markers are there at -O1 and up, and with AddressSanitizer
 *   fold unknowable what _FORTIFY_SOURCE asks about object sizes is answered "unknown"
 *   straighten      lifetime ends make cleanup blocks and a switch that leads out of them
 *   expand constants  LLVM 14 folds comparisons of addresses, and more, into expressions
 *   promote         locals that nobody points to become values
 */
#include "plugin/shape.h"

#include <llvm-c/Error.h>
#include <llvm-c/Transforms/PassBuilder.h>

#include "engine/error.h"
#include "plugin/llvm_ir.h"

static bool inline_wrappers(LLVMModuleRef module, struct vt_error *error) {
    if (!vt_llvm_wants_inlining(module))
        return true;
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    LLVMErrorRef failure = LLVMRunPasses(module, "always-inline", NULL, options);
    LLVMDisposePassBuilderOptions(options);
    if (!failure)
        return true;
    char *text = LLVMGetErrorMessage(failure);
    vt_fail(error, "cannot inline always_inline functions: %s", text);
    LLVMDisposeErrorMessage(text);
    return false;
}

static void shape_function(LLVMValueRef function) {
    if (LLVMIsDeclaration(function))
        return;
    if (LLVMGetLinkage(function) == LLVMAvailableExternallyLinkage) {
        vt_llvm_drop_body(function);
        return;
    }
    vt_llvm_drop_markers(function);
    vt_llvm_fold_unknowable(function);
    vt_llvm_straighten(function);
    vt_llvm_expand_constants(function);
    vt_llvm_promote(function);
}

LLVMModuleRef vt_shape_clone(LLVMModuleRef module, struct vt_error *error) {
    LLVMModuleRef clone = vt_llvm_clone(module);
    if (!inline_wrappers(clone, error)) {
        LLVMDisposeModule(clone);
        return NULL;
    }
    for (LLVMValueRef f = LLVMGetFirstFunction(clone); f; f = LLVMGetNextFunction(f))
        shape_function(f);
    return clone;
}
