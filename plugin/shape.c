/* requires: IR as the front end emits it. gives: locals in SSA form, one block per straight run of
 * code, no markers. breaks: nothing an analysis of source behaviour looks at.
 *
 * One function at a time: a whole module twice in memory would be felt. Only where functions are to
 * be inlined into others are all of them there at once.
 *
 * LLVM's own SROA, early CSE and CFG simplification would do more, but what they do differs from
 * major to major, and they fold away evidence (compares become selects, stores are split). So only
 * these steps are taken, each for a difference that was seen:
 *   always-inline   _FORTIFY_SOURCE turns read() into an inline wrapper
 *   ignore bodies   -O1 and up emits bodies of inline functions "available externally"
 *   drop markers    lifetime markers are there at -O1 and up, and with AddressSanitizer
 *   fold unknowable what _FORTIFY_SOURCE asks about object sizes is answered "unknown"
 *   straighten      lifetime ends make cleanup blocks and a switch that leads out of them
 *   expand constants  LLVM 14 folds comparisons of addresses, and more, into expressions
 *   promote         locals that nobody points to become values
 */
#include "plugin/shape.h"

#include <llvm-c/Error.h>
#include <llvm-c/Transforms/PassBuilder.h>

#include "engine/base/error.h"
#include "plugin/llvm_ir.h"

static void copy_bodies(struct vt_llvm_copy *copy) {
    LLVMModuleRef module = vt_llvm_copy_module(copy);
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f))
        if (!LLVMIsDeclaration(f))
            vt_llvm_copy_body(copy, f);
}

static bool inline_wrappers(struct vt_llvm_copy *copy, struct vt_error *error) {
    LLVMModuleRef module = vt_llvm_copy_module(copy);
    if (!vt_llvm_wants_inlining(module))
        return true;
    copy_bodies(copy);
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

struct vt_llvm_copy *vt_shape_begin(LLVMModuleRef module, struct vt_error *error) {
    struct vt_llvm_copy *copy = vt_llvm_copy_new(module);
    if (inline_wrappers(copy, error))
        return copy;
    vt_llvm_copy_free(copy);
    return NULL;
}

bool vt_shape_has_body(LLVMValueRef function) {
    return !LLVMIsDeclaration(function) &&
           LLVMGetLinkage(function) != LLVMAvailableExternallyLinkage;
}

void vt_shape_body(struct vt_llvm_copy *copy, LLVMValueRef function) {
    vt_llvm_copy_body(copy, function);
    vt_llvm_drop_markers(function);
    vt_llvm_fold_unknowable(function);
    vt_llvm_straighten(function);
    vt_llvm_expand_constants(function);
    vt_llvm_promote(function);
}
