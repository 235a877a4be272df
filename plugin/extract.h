/* LLVM IR to the engine's IR. The bodies come in fixed shape (plugin/shape.h); nothing of LLVM
 * stays behind in the result. */
#ifndef VT_PLUGIN_EXTRACT_H
#define VT_PLUGIN_EXTRACT_H

#include <llvm-c/Core.h>
#include <stdbool.h>
#include <stdint.h>

#include "engine/ir/ir.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;
struct vt_llvm_copy;

/* What a comment in or before the function with link name FUNCTION claims: "RULE: REASON". */
struct vt_source_claim {
    const char *function, *text;
};

/* A place as facts spell it. */
struct vt_source_place {
    const char *path;
    unsigned line, column;
};

/* Names that only the AST knows; asked for by what LLVM calls the thing. */
struct vt_source_names {
    /* Name of parameter INDEX of the function with link name FUNCTION, or NULL. */
    const char *(*parameter)(void *context, const char *function, unsigned index);
    /* Name of the field at byte OFFSET of LLVM struct TYPE ("struct.session"), or NULL. */
    const char *(*field)(void *context, const char *type, unsigned offset);
    /* Where the variable with link name NAME is defined; false if that is not known. PATH lives as
     * long as what is asked. */
    bool (*variable)(void *context, const char *name, struct vt_source_place *place);
    void *context;
    const struct vt_source_claim *claims; /* nclaims, by function */
    size_t nclaims;
};

/* Fills IR (its arena and strings must be set) from COPY (of vt_shape_begin), which is used up by
 * that. What functions consist of lives in BODIES, all else in IR's arena; they may be one. NAMES
 * may be NULL. Functions that hold something the IR has no word for are still there, with
 * VT_OP_UNKNOWN values. */
bool vt_extract(struct vt_llvm_copy *copy, const struct vt_source_names *names, struct vt_ir *ir,
                struct vt_arena *bodies, struct vt_error *error);

/* A readable dump of IR, for tests and debugging: one line a value. Caller frees with free(). */
char *vt_ir_dump(const struct vt_ir *ir);

#ifdef __cplusplus
}
#endif
#endif
