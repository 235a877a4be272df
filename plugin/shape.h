/* The fixed shape: the same IR for the same source at every -O level, with and without -g,
 * sanitizers, _FORTIFY_SOURCE and LTO, so that findings depend on none of them. */
#ifndef VT_PLUGIN_SHAPE_H
#define VT_PLUGIN_SHAPE_H

#include <llvm-c/Core.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_error;

/* A clone of MODULE (which is left as it is, and must be what the front end emitted, before any
 * optimization) in fixed shape. The caller disposes of it. NULL and ERROR if LLVM refuses to. */
LLVMModuleRef vt_shape_clone(LLVMModuleRef module, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
