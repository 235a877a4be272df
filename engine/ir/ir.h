/* The engine's own small intermediate representation of a translation unit.
 *
 * plugin/extract.c writes it from LLVM IR that was put in a fixed shape; the engine's passes read
 * it and leave facts (facts.h). It lives only inside one compile, in the unit's arena, and is never
 * written anywhere, so its layout is free to change.
 *
 * Everything in a function is a value with an id: its constants, parameters and instructions, in
 * one array. An instruction stands in one block; constants, symbols and parameters stand in none.
 */
#ifndef VT_ENGINE_IR_H
#define VT_ENGINE_IR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VT_NONE UINT32_MAX

enum vt_op {
    VT_OP_UNKNOWN, /* a value the IR cannot express; operands taint it */
    VT_OP_UNDEF,
    VT_OP_INT,      /* imm: the value, sign-extended; wider than 64 bits: UNKNOWN */
    VT_OP_FLOAT,    /* a floating constant */
    VT_OP_DATA,     /* address of constant bytes; data: index of the bytes; imm: offset into them */
    VT_OP_SYMBOL,   /* address of a function or global; symbol: its index; imm: byte offset */
    VT_OP_PARAM,    /* imm: number of the parameter, from 0 */
    VT_OP_ALLOCA,   /* imm: size in bytes, 0 if unknown */
    VT_OP_LOAD,     /* args: pointer; bits: size of the access */
    VT_OP_STORE,    /* args: pointer, value; bits: size of the access */
    VT_OP_GEP,      /* args: base, then the variable indices; imm: constant part in bytes;
                       variable: there are variable indices */
    VT_OP_BINARY,   /* sub: enum vt_binary; args: left, right */
    VT_OP_CAST,     /* args: value; bits: new width; from_bits: old width; bitcasts of any kind */
    VT_OP_COMPARE,  /* sub: enum vt_compare; args: left, right */
    VT_OP_SELECT,   /* args: condition, if true, if false */
    VT_OP_PHI,      /* args: values, in the order of the block's predecessors `from` */
    VT_OP_EXTRACT,  /* args: aggregate; imm: byte offset of the part */
    VT_OP_INSERT,   /* args: aggregate, part; imm: byte offset of the part */
    VT_OP_ATOMIC,   /* read-modify-write or compare-exchange: args: pointer, value[, expected] */
    VT_OP_CALL,     /* args: actual arguments; symbol: callee, or VT_NONE and callee: its value */
    VT_OP_ASM,      /* inline assembly; args: operands */
    VT_OP_VARIADIC, /* args: pointer to a va_list, which from now on leads to the arguments behind
                      the last parameter */
    VT_OP_CATCH,    /* what was thrown; args: what stands for the types that are caught here */
    VT_OP_BRANCH,   /* args: condition, or none; successors: target(s): [true, false] */
    VT_OP_SWITCH,   /* args: value; successors: default, then cases; cases: their constants */
    VT_OP_RETURN,   /* args: value, or none */
    VT_OP_STOP,     /* unreachable, resume: control does not go on */
    VT_OP_COUNT
};

enum vt_binary {
    VT_ADD,
    VT_SUB,
    VT_MUL,
    VT_DIV,
    VT_REM,
    VT_SHL,
    VT_LSHR,
    VT_ASHR,
    VT_AND,
    VT_OR,
    VT_XOR,
    VT_FLOATING /* any floating-point operation */
};

enum vt_compare {
    VT_EQ,
    VT_NE,
    VT_ULT,
    VT_ULE,
    VT_UGT,
    VT_UGE,
    VT_SLT,
    VT_SLE,
    VT_SGT,
    VT_SGE,
    VT_FCMP
};

/* True if COMPARE asks which is greater. */
static inline bool vt_compare_orders(uint8_t compare) {
    return compare != VT_EQ && compare != VT_NE && compare != VT_FCMP;
}

/* LEFT compared with RIGHT; true if they are compared as floating point. */
static inline bool vt_compare_holds(uint8_t compare, int64_t left, int64_t right) {
    switch (compare) {
    case VT_EQ:
        return left == right;
    case VT_NE:
        return left != right;
    case VT_ULT:
        return (uint64_t)left < (uint64_t)right;
    case VT_ULE:
        return (uint64_t)left <= (uint64_t)right;
    case VT_UGT:
        return (uint64_t)left > (uint64_t)right;
    case VT_UGE:
        return (uint64_t)left >= (uint64_t)right;
    case VT_SLT:
        return left < right;
    case VT_SLE:
        return left <= right;
    case VT_SGT:
        return left > right;
    case VT_SGE:
        return left >= right;
    default:
        return true;
    }
}

/* A value or instruction. Unused numbers are 0, unused references VT_NONE. */
struct vt_inst {
    uint8_t op;    /* enum vt_op */
    uint8_t sub;   /* enum vt_binary or vt_compare; CAST: 1 if it extends the sign */
    bool pointer;  /* the result (LOAD, CALL, PHI, ...) or stored value is a pointer */
    bool variable; /* GEP with variable indices; CALL of a variadic function */
    bool noreturn; /* CALL that does not return */
    bool is_volatile;
    uint16_t bits;      /* width of the result; for LOAD and STORE of the access; capped at 65535 */
    uint16_t from_bits; /* CAST */
    uint32_t block;     /* VT_NONE for constants, symbols, parameters */
    uint32_t location;  /* index into the unit's locations, or VT_NONE */
    uint32_t nargs;
    uint32_t *args;   /* value ids of the same function */
    int64_t *strides; /* GEP with variable indices: by how many bytes each moves, args[1] on */
    int64_t imm;
    uint32_t symbol;     /* index into the unit's symbols */
    uint32_t callee;     /* value id, of an indirect CALL */
    uint32_t data;       /* index into the unit's data */
    uint32_t type;       /* string: name of the innermost struct that a GEP's constant part or a
                            SYMBOL's offset goes into, or that an ALLOCA holds; VT_NONE: none */
    int32_t type_offset; /* GEP, SYMBOL: byte offset within that struct */
    int32_t field_end;   /* same: where in that struct the field ends; GEP with variable indices
                            into an array: the array's size; 0 if that is not known */
    uint32_t name;       /* string: source name of a variable or parameter; GEP: of the field that
                            is all of the innermost struct (`uid` of `uid.val`); or VT_NONE */
};

struct vt_block {
    uint32_t first, count; /* its instructions: ids first .. first+count-1, terminator last */
    uint32_t nsuccessors, npredecessors;
    uint32_t *successors;
    uint32_t *predecessors; /* the order of PHI's args; a block can stand here twice */
    int64_t *cases;         /* SWITCH: nsuccessors-1 constants, for successors[1..] */
};

struct vt_ir_function {
    uint32_t symbol;
    uint32_t location;
    uint32_t nparams;
    uint32_t *params; /* value ids */
    uint32_t ninsts, nblocks;
    struct vt_inst *insts;   /* values by id */
    struct vt_block *blocks; /* entry is block 0 */
    bool variadic;
    bool is_constant; /* it has no parameters and returns one constant (settled.c) */
};

/* Constant bytes: string literals and initialisers of constant arrays of integers. */
struct vt_data {
    const uint8_t *bytes;
    size_t size;     /* includes a terminating NUL if there is one */
    uint32_t symbol; /* the global they initialise, or VT_NONE for a private literal */
    bool is_text;    /* array of 8-bit integers, NUL-terminated, no NUL inside */
    bool wide;       /* elements wider than 8 bits, little-endian */
    uint8_t element; /* bytes of an element; 0 is 1 */
};

/* A part of the initialiser of a global: at byte OFFSET of SYMBOL stands ... */
struct vt_initializer {
    uint32_t symbol;
    uint32_t offset;
    bool content;        /* the bytes of `data` themselves, not their address */
    uint32_t target;     /* symbol whose address it is, or VT_NONE */
    uint32_t data;       /* data whose address it is, or VT_NONE */
    uint32_t type;       /* string: innermost struct the field belongs to, or VT_NONE */
    int32_t type_offset; /* byte offset in that struct */
};

/* What a unit refers to by name. */
struct vt_symbol {
    uint32_t name;     /* string */
    uint32_t location; /* of the definition, or VT_NONE; of data not kept in facts */
    uint64_t size;     /* bytes, of data; 0 if unknown */
    uint8_t is_function : 1, is_defined : 1, is_local : 1, is_weak : 1, is_hidden : 1;
    uint8_t is_constant : 1, is_noreturn : 1, is_constructor : 1;
    uint8_t is_ifunc : 1, is_thread_local : 1, is_address_taken : 1;
    uint8_t is_only_read : 1; /* data: the unit does not store to it, nor hand on its address */
    uint8_t is_inline : 1;    /* C++: of a header, in each unit that uses it; not kept in facts */
    uint32_t resolver;        /* symbol of the function an alias or ifunc stands for, or VT_NONE */
};

/* A place in the source. Strings and files are indices into the unit's tables. */
struct vt_location {
    uint32_t file;
    uint32_t line, column;
};

struct vt_file {
    uint32_t path; /* string: as the compiler was told, after -ffile-prefix-map */
    uint8_t sha256[32];
    bool has_digest;
};

/* The source name of a struct's field. */
struct vt_field {
    uint32_t type;  /* string: the struct, as in vt_inst.type */
    int32_t offset; /* bytes */
    uint32_t name;  /* string */
};

struct vt_ir {
    struct vt_arena *arena; /* owns everything below */
    struct vt_strings *strings;
    uint32_t nfunctions, nsymbols, ndata, ninitializers, nlocations, nfiles, nfields, nclaims;
    struct vt_ir_function *functions;
    struct vt_symbol *symbols;
    struct vt_data *data;
    struct vt_initializer *initializers;
    struct vt_location *locations;
    struct vt_file *files;
    struct vt_field *fields; /* those that some instruction's type and type_offset name */
    struct vt_claim *claims;
    uint32_t *function_of; /* by symbol: the function that defines it, or VT_NONE (vt_ir_index) */
};

/* Fills `function_of`, once all functions and symbols are there. */
void vt_ir_index(struct vt_ir *ir);

/* VALUE of FUNCTION without casts. */
uint32_t vt_ir_uncast(const struct vt_ir_function *function, uint32_t value);

/* True if INST of FUNCTION is a call that makes of an object, and perhaps a number, a pointer into
 * it: operator[], data(). */
bool vt_ir_is_element(const struct vt_ir_function *function, const struct vt_inst *inst);

/* The function of IR, by number, that defines SYMBOL (or VT_NONE); VT_NONE if there is none. */
uint32_t vt_ir_function_of(const struct vt_ir *ir, uint32_t symbol);

/* The functions of IR, callees before callers where that can be; in ARENA. */
uint32_t *vt_ir_order(const struct vt_ir *ir, struct vt_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
