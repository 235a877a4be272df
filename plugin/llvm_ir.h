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

/* LLVMCloneModule, with ifuncs also before LLVM 15. */
LLVMModuleRef vt_llvm_clone(LLVMModuleRef module);

/* Makes a definition that is only there for the optimizer (available_externally) a declaration. */
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
