/* Facts: what is known of one translation unit when its compile is over.
 *
 * A function is condensed to a value-flow graph between its ports, with the events in it (modelled
 * calls), the calls it makes, and the predicates that guard them. This is what is written into the
 * object (encode.h), and what linking and rules work on (program.h).
 */
#ifndef VT_ENGINE_FACTS_H
#define VT_ENGINE_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/facts/model.h"
#include "engine/facts/rewrite.h"
#include "engine/ir/ir.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A node's facts are about a value and what lies beneath it (rewrite.h). */
enum vt_node_kind {
    VT_NODE_FORMAL,   /* parameter `index` at entry */
    VT_NODE_RETURN,   /* what the function returns */
    VT_NODE_OUT,      /* memory beneath parameter `index`, at return (paths are never empty) */
    VT_NODE_ARGUMENT, /* argument `index` of call `ref`, and memory beneath it, at the call */
    VT_NODE_RESULT,   /* what call `ref` returned */
    VT_NODE_EFFECT,   /* memory beneath argument `index` of call `ref`, after the call */
    VT_NODE_CALLEE,   /* the function pointer that call `ref` goes through */
    VT_NODE_GLOBAL,   /* symbol `ref`: its address, and beneath it its memory, at any time */
    VT_NODE_TYPE,     /* string `ref`: any object of this struct type, at any time, anywhere */
    VT_NODE_CONSTANT, /* constant `ref`; text and bytes lie beneath at [0,size) */
    VT_NODE_IN,       /* what event `ref` gets as role `index` (enum vt_role) */
    VT_NODE_OUTCOME,  /* what event `ref` brings: origin data, check result, fresh object */
    VT_NODE_SUBJECT,  /* side `index` (0 left, 1 right) of predicate `ref` */
    VT_NODE_BEHIND, /* what events put beneath the pointer that call `ref` returned, at any time */
    VT_NODE_HUB,    /* none of these: where edges meet */
    VT_NODE_PLACED, /* what events put beneath pointers that call `ref` left in memory beneath
                       argument `index`, at any time; paths begin at the argument */
    VT_NODE_COUNT
};

struct vt_node {
    uint8_t kind;
    uint8_t index;
    uint32_t ref;
};

static inline bool vt_node_is(const struct vt_node *node, struct vt_node other) {
    return node->kind == other.kind && node->index == other.index && node->ref == other.ref;
}

/* True if `ref` is a call. */
static inline bool vt_node_is_of_call(const struct vt_node *node) {
    return (node->kind >= VT_NODE_ARGUMENT && node->kind <= VT_NODE_CALLEE) ||
           node->kind == VT_NODE_BEHIND || node->kind == VT_NODE_PLACED;
}

struct vt_edge {
    uint32_t from, to; /* nodes of the function */
    uint32_t rewrite;  /* of the unit; 0 is the identity */
    uint32_t tags;     /* enum vt_tag */
    uint32_t location; /* where it happens, or VT_NONE */
};

/* How two edges (as qsort gives them) are ordered: by where they end, where they begin, rewrite and
 * tags. */
int vt_edge_order(const void *left, const void *right);

enum vt_constant_kind {
    VT_CONSTANT_INT,
    VT_CONSTANT_TEXT,
    VT_CONSTANT_BYTES,
    VT_CONSTANT_FUNCTION
};

struct vt_constant {
    uint8_t kind;
    bool concealed; /* not in the image as such: decoded by the program */
    bool cut;       /* text or bytes are longer than what is kept */
    int64_t number; /* INT; FUNCTION: symbol */
    uint32_t text;  /* TEXT, BYTES: string (may hold NULs) */
};

/* Origins that bring more are not counted: no key is longer. */
#define VT_FEW_BYTES 64

/* In `success` of an EFFECT or ORIGIN: nothing looks at what the call returned. */
#define VT_RESULT_UNUSED 7

/* Something a model tells about a call. Or, as an effect that no call has, a table of an algorithm
 * (vt_reference) that stands in the unit: of class "table.exact", or "table.altered", then with
 * what differs as text in role argument, or "table.unread", then with how much of it is read, or
 * "table.rounds", then with how many rounds there are. `function` is then the variable, or 0 if it
 * has no name, and `value` the table. Tables in variables are events of the initialisers. Or an
 * HMAC without its outer digest (pads.c), of class "step.outer"; or a loop whose key stream stands
 * still (stalled.c), of class "scramble.stalled", `value` "block" or "byte". Or a store that gives
 * somebody a right (grants.c), of class "access.grant"; `function` is then what is stored into. Or
 * a loop that compares bytes (alike.c), of class "compare.bytes", with roles left, right and
 * length; `value` is then "any" if one pair that is equal decides, "last" if the last does, "none"
 * if none does, "sum" if their differences may cancel out, or empty. Or one that scrambles bytes
 * (role payload) by what the program has in itself (scramble.c), of class "scramble.bytes"; `value`
 * is "byte", "added", "rolling", "generated", or "rounds" (rounds.c). Or one byte or word (role
 * payload) that is xored with another (role key), of class "scramble.cover" (keystream.c). Origins
 * without a library function are random.weak, `value` "own" (generators.c), and "keystream"
 * (keystream.c), each with what they are made of in role payload. */
struct vt_event {
    uint8_t fact;        /* ORIGIN, EFFECT, CHECK, COMPARE or ALLOC */
    uint8_t success;     /* CHECK, COMPARE: enum vt_success; others: VT_RESULT_UNUSED or 0 */
    uint8_t bytes;       /* ORIGIN: it runs at most once a call of its function, and brings no more
                            than this, at most VT_FEW_BYTES; 0: that is not known */
    bool repeats;        /* stands in a loop */
    uint32_t class_name; /* string: "net.send" */
    uint32_t function;   /* string: the library function called */
    uint32_t value;      /* string: e.g. "MD5"; 0 if there is none */
    uint32_t location;
    uint32_t guards; /* index into the function's guard lists; VT_NONE: always runs */
};

struct vt_call {
    uint32_t symbol; /* callee, or VT_NONE: through a pointer (its CALLEE node) */
    uint32_t location;
    uint32_t guards;
    uint8_t narguments; /* capped at 255 */
    bool noreturn;
    bool is_callback; /* made by a library on the program's behalf */
    bool repeats;     /* stands in a loop */
};

/* Control dependence: this holds where a guard list says so. One that compares a number as floating
 * point (vt_predicate_returned) says that the call whose RESULT feeds its SUBJECT came back: true
 * of none that turns out never to return. It stands in guard lists as an alternative only. */
struct vt_predicate {
    uint8_t compare; /* enum vt_compare; left and right are SUBJECT nodes 0 and 1 */
    bool has_number; /* right is the constant `number`, and there is no SUBJECT node 1 */
    int64_t number;
    int64_t mask;   /* with `has_number`: only these bits of left are compared; 0: all of it */
    uint8_t size;   /* left was read from memory, as so many bytes; 0: not, or not known where */
    int32_t offset; /* there: in the object that a variable, parameter or pointer names */
    uint32_t location;
};

static inline bool vt_predicate_returned(const struct vt_predicate *predicate) {
    return predicate->compare == VT_FCMP && predicate->has_number;
}

struct vt_guard {
    uint32_t predicate;
    bool holds;     /* the predicate is true here (false: it is false here) */
    bool always;    /* on every path to here (it dominates); false: on some */
    uint8_t either; /* not 0: every path to here takes one of the guards of the list with this
                       number */
};

/* A constant the function returns, and under which conditions: what justifies its verdict. */
struct vt_verdict {
    int64_t number;
    uint32_t guards;
    uint32_t location;
};

/* A constant that becomes the left side of a predicate, or is stored in a global or in a field of
 * other objects, and under which conditions: what justifies a flag. None of a predicate are told if
 * not all ways to it are, and of fields those alone that stand under a condition. */
struct vt_setting {
    uint32_t predicate; /* or VT_NONE */
    uint32_t symbol;    /* of the global, or VT_NONE */
    uint32_t offset;    /* bytes into it, or into the struct */
    int64_t number;
    uint32_t guards;
    uint32_t location;
    uint32_t type; /* string: the struct whose field it is, or 0; one of the three is told */
};

/* Guard list i is guards[offsets[i] .. offsets[i+1]-1]. */
struct vt_guards {
    uint32_t nlists, nguards;
    uint32_t *offsets; /* nlists + 1 */
    struct vt_guard *guards;
};

enum {
    VT_FUNCTION_CONSTRUCTOR = 1,
    VT_FUNCTION_IFUNC = 2,
    VT_FUNCTION_EXPORTED = 4,
    VT_FUNCTION_ADDRESS_TAKEN = 8,
    VT_FUNCTION_NORETURN = 16,
    VT_FUNCTION_VARIADIC = 32,
    VT_FUNCTION_INITIALIZERS = 64, /* not a function: what globals hold from the start */
    VT_FUNCTION_CUT = 128,         /* a budget ran out: facts are incomplete */
    VT_FUNCTION_INSIDE = 256,      /* the pointers it returns lead into what it was given */
    VT_FUNCTION_CONSTANT = 512,    /* without parameters, it returns one constant: its verdict */
};

struct vt_function {
    uint32_t symbol; /* VT_NONE for the initialisers */
    uint32_t location;
    uint32_t flags;
    uint32_t nparams;
    uint32_t *param_names; /* strings */
    uint32_t nnodes, nedges, ncalls, nevents, npredicates, nverdicts, nsettings;
    struct vt_node *nodes;
    struct vt_edge *edges; /* in vt_edge_order */
    struct vt_call *calls;
    struct vt_event *events;
    struct vt_predicate *predicates;
    struct vt_verdict *verdicts; /* none: what it returns is no constant on any path */
    struct vt_setting *settings;
    struct vt_guards guards;
};

/* The edges of FUNCTION that end at node NODE; *COUNT is how many there are. */
const struct vt_edge *vt_function_edges(const struct vt_function *function, uint32_t node,
                                        uint32_t *count);

/* The edges of FUNCTION that end at the node that is LIKE, which is no hub; *COUNT is how many
 * there are: 0 if there is no such node. */
const struct vt_edge *vt_function_edges_to(const struct vt_function *function, struct vt_node like,
                                           uint32_t *count);

/* The conditions in list GUARDS of FUNCTION, which is the `guards` of one of its calls, events,
 * settings or verdicts, as they are kept; *COUNT is how many there are: 0 if it is VT_NONE. */
const struct vt_guard *vt_function_guards(const struct vt_function *function, uint32_t guards,
                                          uint32_t *count);

enum vt_blind_kind {
    VT_BLIND_ASM,        /* inline assembly */
    VT_BLIND_INDIRECT,   /* indirect call whose targets are not known (set when linked) */
    VT_BLIND_UNMODELLED, /* external function without model (set when linked) */
    VT_BLIND_BUDGET,     /* a budget ran out */
    VT_BLIND_SETJMP,
    VT_BLIND_UNIT,         /* unit of the image without facts, or facts that cannot be read */
    VT_BLIND_NO_LOCATIONS, /* the compile gave no source locations */
    VT_BLIND_INTERNAL,     /* vitrine gave up here; `what` says why */
    VT_BLIND_GENERATED,    /* memory is made executable: code that is made at run time (set when
                              linked) */
    VT_BLIND_MODELS,       /* unit whose facts were made with other models (set when linked) */
    VT_BLIND_COUNT
};

struct vt_blind {
    uint8_t kind;
    uint32_t what; /* string */
    uint32_t location;
    uint32_t count;
};

/* What the vendor says in the source about findings in a function: it is meant. */
struct vt_claim {
    uint32_t function; /* string: its link name */
    uint32_t rule;     /* string: id of the rule, or its family */
    uint32_t reason;   /* string: why; never empty in encoded facts */
};

struct vt_unit {
    struct vt_arena *arena; /* owns everything */
    struct vt_strings *strings;
    uint32_t source;   /* string: main file, as in files[0] */
    uint32_t producer; /* string: compiler and its version */
    uint32_t tool;     /* string: vitrine's version */
    uint32_t target;   /* string: target triple */
    uint32_t options;  /* string: options that matter to the facts, space-separated */
    uint8_t models_digest[32];
    uint8_t digest[32]; /* SHA-256 of the encoding; set by encode and decode */
    uint32_t nfiles, nlocations, nsymbols, nconstants, nrewrites, nfunctions, nblinds, nfields,
        nclaims;
    struct vt_file *files;
    struct vt_location *locations;
    struct vt_symbol *symbols;
    struct vt_constant *constants;
    struct vt_rewrite *rewrites; /* [0] is the identity */
    struct vt_function *functions;
    struct vt_blind *blinds;
    struct vt_field *fields;
    struct vt_claim *claims;
};

/* Checks that every index, kind and count of UNIT is in range and that no node, list or path
 * contradicts its neighbours. False with the first offence in ERROR. */
struct vt_error;
bool vt_unit_verify(const struct vt_unit *unit, struct vt_error *error);

const char *vt_node_kind_name(enum vt_node_kind kind);
const char *vt_blind_kind_name(enum vt_blind_kind kind);

#ifdef __cplusplus
}
#endif
#endif
