/* The fixed shape: the same IR for the same source at every -O level, with and without -g,
 * sanitizers, _FORTIFY_SOURCE and LTO, so that findings depend on none of them. */
#ifndef VT_PLUGIN_SHAPE_H
#define VT_PLUGIN_SHAPE_H

#include <llvm-c/Core.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_error;
struct vt_llvm_copy;

/* A copy of MODULE (which is left as it is, and must be what the front end emitted, before any
 * optimization) whose bodies come in fixed shape. The caller frees it by vt_llvm_copy_free, while
 * MODULE is still the same. NULL and ERROR if LLVM refuses to. */
struct vt_llvm_copy *vt_shape_begin(LLVMModuleRef module, struct vt_error *error);

/* Gives FUNCTION, of the copy, its body in fixed shape. Once only; vt_llvm_drop_body ends it. */
void vt_shape_body(struct vt_llvm_copy *copy, LLVMValueRef function);

/* True if the program has FUNCTION's body from this module. */
bool vt_shape_has_body(LLVMValueRef function);

#ifdef __cplusplus
}
#endif
#endif
