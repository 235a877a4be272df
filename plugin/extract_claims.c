/* Claims: attributes and comments by which the source says that a finding in a function is meant.
 *
 *     __attribute__((annotate("vitrine: update/remote-shell: console of the test bench, see #12")))
 *     // vitrine: allow update/remote-shell: console of the test bench, see #12
 *
 * Clang lists annotations in a global of the module, which goes nowhere. Comments are gathered
 * while the source is read (comments.h). */
#include <string.h>

#include "engine/facts/facts.h"
#include "plugin/extract_internal.h"

#define MARK "vitrine:"

/* The global behind constant casts and offsets of zero, as typed pointers need them (LLVM 14). */
static LLVMValueRef behind_casts(LLVMValueRef value) {
    while (value && LLVMIsAConstantExpr(value))
        value = LLVMGetOperand(value, 0);
    return value;
}

/* The text VALUE points to, or NULL. */
static const char *text_at(struct extract *x, LLVMValueRef value) {
    LLVMValueRef global = behind_casts(value);
    LLVMValueRef bytes =
        global && LLVMIsAGlobalVariable(global) ? LLVMGetInitializer(global) : NULL;
    size_t length;
    if (!bytes || !LLVMIsAConstantDataSequential(bytes) || !LLVMIsConstantString(bytes))
        return NULL;
    const char *text = LLVMGetAsString(bytes, &length);
    return vt_alloc_format(x->scratch, "%.*s", (int)length, text);
}

/* LENGTH bytes of TEXT without the blanks around them, as a string of the unit. */
static uint32_t trimmed(struct extract *x, const char *text, size_t length) {
    while (length && *text == ' ') {
        text++;
        length--;
    }
    while (length && text[length - 1] == ' ')
        length--;
    return vt_strings_add(x->ir->strings, text, length);
}

/* TEXT is what stands behind the mark: "RULE: REASON". What is missing is empty. */
static void add_claim(struct extract *x, const char *function, const char *text) {
    struct vt_ir *ir = x->ir;
    size_t rule = strcspn(text, ":");
    const char *reason = text[rule] ? text + rule + 1 : "";
    ir->claims[ir->nclaims++] = (struct vt_claim){
        .function = vt_intern(ir->strings, function),
        .rule = trimmed(x, text, rule),
        .reason = trimmed(x, reason, strlen(reason)),
    };
}

void extract_claims(struct extract *x, LLVMModuleRef module) {
    LLVMValueRef global = LLVMGetNamedGlobal(module, "llvm.global.annotations");
    LLVMValueRef list = global ? LLVMGetInitializer(global) : NULL;
    int count = list ? LLVMGetNumOperands(list) : 0;
    size_t length, nclaims = x->names ? x->names->nclaims : 0;
    x->ir->claims = vt_alloc_array(x->ir->arena, (size_t)count + nclaims, sizeof *x->ir->claims);
    for (int i = 0; i < count; i++) {
        LLVMValueRef entry = LLVMGetOperand(list, (unsigned)i);
        LLVMValueRef about = behind_casts(LLVMGetOperand(entry, 0));
        const char *text = text_at(x, LLVMGetOperand(entry, 1));
        if (about && LLVMIsAFunction(about) && text && strncmp(text, MARK, strlen(MARK)) == 0)
            add_claim(x, LLVMGetValueName2(about, &length), text + strlen(MARK));
    }
    for (size_t i = 0; i < nclaims; i++)
        if (LLVMGetNamedFunction(module, x->names->claims[i].function))
            add_claim(x, x->names->claims[i].function, x->names->claims[i].text);
    if (global)
        LLVMDeleteGlobal(global); /* what it refers to is not used by the program */
}
