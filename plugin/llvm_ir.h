/* What extraction and the fixed shape need from LLVM and LLVM-C does not offer (on every major).
 * The bodies are C++ (llvm_ir.cpp); callers are C. No function here fails. */
#ifndef VT_PLUGIN_LLVM_IR_H
#define VT_PLUGIN_LLVM_IR_H

#include <llvm-c/Core.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The bytes of a constant data array (LLVMIsAConstantDataSequential), elements in the byte order of
 * this machine. They live as long as CONSTANT's context. */
const uint8_t *vt_llvm_data_bytes(LLVMValueRef constant, size_t *size);

/* A copy of a module whose functions get their bodies when asked for. Whoever looks at one after
 * the other so holds one at a time. Debug information is shared with the original, and only
 * locations are kept of it; nothing else is. */
struct vt_llvm_copy;

/* A copy of MODULE, which must stay as it is until the copy is freed. Functions with a body in
 * MODULE count as definitions in the copy, with or without it. */
struct vt_llvm_copy *vt_llvm_copy_new(LLVMModuleRef module);
void vt_llvm_copy_free(struct vt_llvm_copy *copy);

/* The module that is the copy. */
LLVMModuleRef vt_llvm_copy_module(const struct vt_llvm_copy *copy);

/* Gives FUNCTION, a definition of the copy, its body, unless it has it already. */
void vt_llvm_copy_body(struct vt_llvm_copy *copy, LLVMValueRef function);

/* Takes the body of FUNCTION away. */
void vt_llvm_drop_body(LLVMValueRef function);

/* True if MODULE has a function that must be inlined into its callers. */
bool vt_llvm_wants_inlining(LLVMModuleRef module);

/* The steps of the fixed shape, per function; plugin/shape.c says why each. */
void vt_llvm_drop_markers(LLVMValueRef function);
void vt_llvm_fold_unknowable(LLVMValueRef function);
void vt_llvm_straighten(LLVMValueRef function);
void vt_llvm_expand_constants(LLVMValueRef function);
void vt_llvm_promote(LLVMValueRef function);

#ifdef __cplusplus
}
#endif
#endif
