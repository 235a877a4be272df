/* Shared by the parts of extraction: extract.c (unit, functions), extract_inst.c (instructions),
 * extract_value.c (operands and constants), extract_global.c (symbols, data, initialisers),
 * extract_place.c (types, locations, names), extract_claims.c, extract_map.c. */
#ifndef VT_PLUGIN_EXTRACT_INTERNAL_H
#define VT_PLUGIN_EXTRACT_INTERNAL_H

#include <llvm-c/Core.h>
#include <llvm-c/Target.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "plugin/extract.h"

/* ---- map: non-zero 64-bit keys to numbers; open addressing, never shrinks ---- */

struct map {
    uint64_t *keys;
    uint32_t *values;
    size_t room, count; /* room is a power of two, or 0 */
};

uint32_t map_get(const struct map *map, uint64_t key); /* VT_NONE if it is not there */
void map_put(struct map *map, struct vt_arena *arena, uint64_t key, uint32_t value);
void map_clear(struct map *map); /* keeps the memory, in proportion to what was used */

static inline uint64_t map_key(const void *pointer) {
    return (uint64_t)(uintptr_t)pointer;
}

/* ---- state ---- */

/* What a call of an LLVM intrinsic function is to the IR. */
enum intrinsic {
    NOT_INTRINSIC,
    INTRINSIC_DROP,     /* says something to the optimizer only */
    INTRINSIC_ALIAS,    /* is its first operand */
    INTRINSIC_CALL,     /* is a call of a library function */
    INTRINSIC_COPY,     /* is memcpy, of as much as there is */
    INTRINSIC_VARIADIC, /* is va_start */
    INTRINSIC_OTHER     /* computes something of its operands */
};

/* A block on the way of a depth-first walk, and how many of its successors are still to do. */
struct visit {
    LLVMBasicBlockRef block;
    unsigned left;
};

struct extract {
    LLVMTargetDataRef target;
    const struct vt_source_names *names;
    struct vt_ir *ir;
    struct vt_arena *bodies;  /* instructions and blocks of all functions */
    struct vt_arena *scratch; /* maps and the values of the current function */
    unsigned noreturn;        /* number of the attribute */
    unsigned pointer_bits;

    struct map symbols;    /* LLVM global -> symbol */
    struct map by_name;    /* name + 1 -> symbol, of symbols that are not local */
    struct map literals;   /* LLVM global -> data */
    struct map types;      /* LLVM struct type -> string, or VT_NONE */
    struct map files;      /* DIFile -> file */
    struct map paths;      /* string + 1 -> file */
    struct map locations;  /* DILocation -> location, or VT_NONE */
    struct map places;     /* file, line, column -> location */
    struct map fields;     /* type, offset -> 1 */
    struct map intrinsics; /* LLVM function -> enum intrinsic */
    size_t symbol_room, data_room, initializer_room, location_room, file_room, field_room;
    LLVMValueRef *pending; /* private globals met, whose initialisers are still to be read */
    size_t npending, pending_room;
    uint32_t *pool; /* memory for argument and successor lists, in bodies */
    size_t pool_left;

    /* of the current function */
    struct map values;    /* LLVM value -> id, LLVM block -> its number */
    struct map constants; /* hash of a constant -> id */
    struct vt_inst *insts;
    size_t ninsts, inst_room;
    LLVMBasicBlockRef *order; /* its blocks, by number */
    struct visit *stack;      /* scratch for that */
    uint32_t *incoming;       /* per block, scratch for PHI */
    uint32_t block_room;
};

/* The constant part of an address computation. */
struct path {
    int64_t offset;
    int64_t type_offset;
    int64_t field_end;  /* where in the struct the field entered last ends; 0: open */
    uint32_t type;      /* innermost named struct, or VT_NONE */
    uint32_t around;    /* string: the field that is a struct of this one field, or VT_NONE */
    unsigned nvariable; /* how many indices are not constant */
};

/* A global plus an offset: what a constant pointer comes down to. */
struct address {
    LLVMValueRef global; /* NULL if it is nothing like that */
    int64_t offset;
};

/* extract_place.c */
uint32_t type_name(struct extract *x, LLVMTypeRef type);
uint32_t type_bits(struct extract *x, LLVMTypeRef type);
uint64_t type_size(struct extract *x, LLVMTypeRef type); /* bytes; 0 if it has none */
void walk_gep(struct extract *x, LLVMValueRef gep, struct path *path);
void walk_type(struct extract *x, LLVMTypeRef type, int64_t offset, struct path *path);
void note_field(struct extract *x, uint32_t type, int64_t offset);
/* PATH went on from OUTER's field: if it is all of that field, so is what the field is called. */
void note_around(struct extract *x, struct path *path, const struct path *outer);
uint32_t location_of(struct extract *x, LLVMValueRef inst);
uint32_t function_location(struct extract *x, LLVMValueRef function);
uint32_t variable_location(struct extract *x, LLVMValueRef global);
const char *link_name(LLVMValueRef global, size_t *length);

/* extract_global.c */
uint32_t symbol_of(struct extract *x, LLVMValueRef global);
uint32_t symbol_named(struct extract *x, LLVMModuleRef module, const char *name);
uint32_t literal_of(struct extract *x, LLVMValueRef global); /* VT_NONE if it is not a literal */
void extract_claims(struct extract *x, LLVMModuleRef module);
void extract_globals(struct extract *x, LLVMModuleRef module);
void extract_pending(struct extract *x);

/* extract_value.c */
struct address address_of(struct extract *x, LLVMValueRef constant);
LLVMValueRef alias_target(struct extract *x, LLVMValueRef inst); /* NULL: a value of its own */
LLVMValueRef strip(struct extract *x, LLVMValueRef value);
uint32_t value_id(struct extract *x, LLVMValueRef value);
enum intrinsic intrinsic_kind(struct extract *x, LLVMValueRef function);

/* extract_inst.c */
unsigned inst_width(struct extract *x, LLVMValueRef inst); /* how many values it becomes */
void convert_inst(struct extract *x, LLVMValueRef inst, uint32_t id, struct vt_block *block);
void convert_phi(struct extract *x, LLVMValueRef phi, uint32_t id, const struct vt_block *block);

/* extract.c */
uint32_t *take(struct extract *x, size_t count); /* COUNT zeroed numbers that live in bodies */
struct vt_inst blank_inst(enum vt_op op);
uint32_t append_inst(struct extract *x, const struct vt_inst *inst);

#endif
