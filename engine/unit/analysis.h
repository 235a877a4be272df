/* One function under analysis: what the engine's passes hand to each other. Private to the engine.
 *
 *   pass        requires                gives
 *   cfg         IR                      order, dominators, control dependence    (cfg.h)
 *   points      cfg                     what each value may point to             (points.c)
 *   transfer    points                  the graph's value edges; memory's defs and uses
 *                                       (transfer.c, apply.c, fill.c)
 *   alike       transfer, cfg           events of loops that compare             (alike.c)
 *   scramble    transfer, cfg           events of loops that scramble            (scramble.c)
 *   generators  transfer, cfg           origins of what is drawn                 (generators.c)
 *   keystream   transfer, cfg           origins of key streams, and what covers  (keystream.c)
 *   memory      transfer, cfg           the graph's edges through memory         (memory.c)
 *   guards      cfg, transfer           predicates and guard lists               (predicates.c)
 *   verdicts    guards                  constants returned, tested and kept      (verdicts.c)
 *   learn       points                  pointers that callers know of            (learn.c)
 *   fold        all of these            the condensed graph; breaks node numbers (graph.c)
 *   emit        fold                    struct vt_function                       (condense.c)
 */
#ifndef VT_ENGINE_UNIT_ANALYSIS_H
#define VT_ENGINE_UNIT_ANALYSIS_H

#include "engine/facts/facts.h"
#include "engine/ir/cfg.h"
#include "engine/unit/condense.h"

struct vt_graph;
struct vt_memory;
struct vt_concealed;
struct vt_decoded;
struct vt_points_state;

/* ---- Places: where a pointer leads ------------------------------------------------------- */

enum vt_root_kind { VT_ROOT_LOCAL, VT_ROOT_FORMAL, VT_ROOT_RESULT, VT_ROOT_GLOBAL };

/* An object the function can reach by name. A handle that is an integer has one, too. */
struct vt_root {
    uint8_t kind;
    uint32_t value;  /* the ALLOCA, PARAM or CALL; VT_NONE for globals */
    uint32_t symbol; /* globals */
    int64_t size;    /* bytes, 0 if unknown */
    bool is_list;    /* a va_list of what stands behind the last parameter */
};

/* How many of the arguments behind the last parameter are told apart from none. */
#define VT_MAX_VARIADIC 16

#define VT_ANYWHERE    INT32_MIN /* an offset that is not known */
#define VT_PLACE_DEPTH 2

/* What a pointer points to: OFFSET bytes into the object that is reached from ROOT by following the
 * pointers at path[0], path[1]. */
struct vt_place {
    uint32_t root;
    uint8_t npath;
    struct vt_range path[VT_PLACE_DEPTH]; /* one spot, elements of a field, or VT_RANGE_ALL */
    int32_t offset;
    struct vt_range within; /* offset VT_ANYWHERE: an element of the field that is there; or {0} */
};

#define VT_MAX_PLACES 4
struct vt_points {
    uint8_t count;
    bool more; /* and others that are not told */
    struct vt_place at[VT_MAX_PLACES];
};

/* ---- The analysis ------------------------------------------------------------------------ */

enum { VT_MAX_KEPT = 64 }; /* parameters of a function of which is known what it keeps */

/* What all functions of a unit share. */
struct vt_condenser {
    const struct vt_ir *ir;
    const struct vt_models *models;
    const struct vt_limits *limits;
    struct vt_unit *unit;
    const uint32_t *order;      /* functions of the IR, callees before callers (vt_ir_order) */
    const struct vt_row **rows; /* by symbol: its models' rows, or NULL */
    uint16_t *nrows;
    uint32_t *thunk_of; /* by symbol: what stands for its address, or VT_NONE */
    uint32_t *data_of;  /* by symbol: the data that initialises it, or VT_NONE */
    struct vt_constants *constants;
    struct vt_rewrites *rewrites;
    struct vt_arena *arena;        /* lives while the unit is condensed */
    struct vt_known **known;       /* by symbol: what its function does, or NULL (known.c) */
    struct vt_returned **returned; /* by symbol: where what it returns leads, or NULL (learn.c) */
    struct vt_stored_pointers **stored; /* by symbol: what its function stores, or NULL */
    uint64_t *keeps; /* by symbol: a bit for each parameter beneath which it looks later */
    struct vt_concealed *concealed;
    struct vt_grants *grants;
    size_t blinds_capacity;
};

/* Choice VALUE, a phi or select, comes out as its argument number ARGUMENT. */
struct vt_way {
    uint32_t value, argument;
};

enum { VT_MAX_CHOSEN = 4 };

/* The way on which one of several things comes to where it is used, the last choice first. */
struct vt_chosen {
    unsigned count;
    struct vt_way ways[VT_MAX_CHOSEN];
};

/* INST holds bytes LEFT and RIGHT against each other, which are read anew in each round of the loop
 * that begins at block HEADER; VT_NONE: RIGHT is the letter of a text that value STATE counts. */
struct vt_pair {
    uint32_t inst, left, right;
    uint32_t header, state;
};

struct vt_analysis {
    struct vt_condenser *shared;
    struct vt_arena *arena; /* the function's */
    const struct vt_ir *ir;
    const struct vt_ir_function *function;
    struct vt_cfg *cfg;
    struct vt_points_state *points;
    uint32_t nroots;
    struct vt_root *roots;
    struct vt_graph *graph;
    struct vt_memory *memory;
    uint32_t *value_nodes; /* by value: its node, or VT_NONE */
    bool *is_used;         /* by value: an instruction has it for an operand */
    uint32_t ncalls, nevents;
    size_t calls_capacity, events_capacity;
    struct vt_call *calls;
    struct vt_event *events;
    uint32_t *call_insts, *event_blocks;  /* where calls and events stand */
    const struct vt_chosen **call_chosen; /* by call: which way its function came; or NULL */
    bool *event_locals; /* by event: what it brings goes into variables of this function alone */
    const struct vt_chosen **event_chosen; /* by event: which way its constant came; or NULL */
    size_t call_insts_capacity, call_chosen_capacity, event_blocks_capacity, event_locals_capacity,
        event_chosen_capacity;
    uint32_t npairs;
    size_t pairs_capacity;
    struct vt_pair *pairs; /* alike.c, letters.c */
    uint32_t npredicates;
    struct vt_predicate *predicates;
    struct vt_guards guards;
    uint32_t nverdicts;
    struct vt_verdict *verdicts;
    uint32_t nsettings;
    struct vt_setting *settings;
    uint32_t at;      /* the instruction that is being transferred */
    uint32_t element; /* what picks the element that it calls pointers of, or VT_NONE */
    uint32_t ndecoded;
    struct vt_decoded *decoded; /* concealed.c */
    bool cut;                   /* a budget ran out */
    bool loses;                 /* some pointers in memory were not followed */
};

static inline const struct vt_inst *vt_inst_at(const struct vt_analysis *analysis, uint32_t value) {
    return &analysis->function->insts[value];
}

/* VALUE without casts. */
static inline uint32_t vt_plain_value(const struct vt_analysis *analysis, uint32_t value) {
    while (vt_inst_at(analysis, value)->op == VT_OP_CAST)
        value = vt_inst_at(analysis, value)->args[0];
    return value;
}

/* ---- points.c ---------------------------------------------------------------------------- */

void vt_points_find(struct vt_analysis *analysis);

/* What VALUE may point to; never NULL. */
const struct vt_points *vt_points_of(const struct vt_analysis *analysis, uint32_t value);

/* What the pointers stored at PLACE (any offset in its object if `offset` is VT_ANYWHERE) may point
 * to, those that were there before the function began included; into *RESULT. */
void vt_points_behind(const struct vt_analysis *analysis, const struct vt_place *place,
                      struct vt_points *result);

/* The objects whose content PORT is, where the port's value points to BASE: what its dereferences,
 * offset, and all but the last of its fields lead to. */
struct vt_points vt_port_objects(const struct vt_analysis *analysis, const struct vt_port *port,
                                 const struct vt_points *base);

/* Calls VISIT for every pointer the function stores, in memory, into the object of PLACE: where it
 * stands there, where it leads, and the value that is stored, if it is the only one (else VT_NONE).
 */
typedef void vt_visit_cell(void *context, struct vt_range at, const struct vt_place *target,
                           uint32_t value);
void vt_points_cells(const struct vt_analysis *analysis, const struct vt_place *place,
                     vt_visit_cell *visit, void *context);

/* The same for objects that are reached from PLACE's by a pointer that was in it before the
 * function began: POINTER is where that pointer stands. */
typedef void vt_visit_inner(void *context, struct vt_range pointer, struct vt_range at,
                            const struct vt_place *target);
void vt_points_inner(const struct vt_analysis *analysis, const struct vt_place *place,
                     vt_visit_inner *visit, void *context);

/* Calls VISIT for every place by which others may know the object of PLACE: where a global or what
 * a parameter leads to holds a pointer to it, as that pointer's target. */
typedef void vt_visit_holder(void *context, const struct vt_place *place);
void vt_points_holders(const struct vt_analysis *analysis, const struct vt_place *place,
                       vt_visit_holder *visit, void *context);

/* AT, which stands in PLACE's object, seen from PLACE: fields of handles stay where they are. */
struct vt_range vt_range_seen_from(const struct vt_place *place, struct vt_range at);

/* True if A and B lie in one object, at whatever offsets. */
bool vt_place_is_beside(const struct vt_place *a, const struct vt_place *b);

/* True if PLACE stands for one known spot, so that a store to it replaces what was there. */
bool vt_place_is_exact(const struct vt_place *place);

/* ---- elements.c -------------------------------------------------------------------------- */

/* Finds the element of an array whose pointers the function calls. */
void vt_elements_find(struct vt_analysis *analysis);

/* VT_TAG_ELEMENT if what is taken by pointer POINTER (VT_NONE: unknown) comes out of that element.
 */
uint32_t vt_element_tag(const struct vt_analysis *analysis, uint32_t pointer);

/* ---- learn.c ----------------------------------------------------------------------------- */

/* One object that a function returns a pointer to: AT in what is reached from parameter PARAMETER,
 * or from global SYMBOL, by following the pointers at path. Where a pointer is stored it may be in
 * what the function makes and returns, too. */
struct vt_returned_place {
    uint32_t parameter, symbol; /* one of them VT_NONE; both: what is made and returned */
    uint8_t npath;
    struct vt_range path[VT_PLACE_DEPTH];
    struct vt_range at;
};

/* Where the pointers lead that a function returns. */
struct vt_returned {
    uint8_t count;
    bool other;     /* or elsewhere: to objects that the function made or got, */
    bool apart;     /* and that do not belong to its callers' now */
    int64_t extent; /* bytes that lie there before the field or object ends (vt_extent) */
    struct vt_returned_place at[VT_MAX_PLACES];
};

/* A pointer that a function stores at a place of its callers': where it stands, and where it leads.
 */
struct vt_stored_pointer {
    struct vt_returned_place at, to;
    bool handed; /* a function that it calls stores it */
    bool twin;   /* `to` is what another pointer of the same object leads to: base and end */
};

enum { VT_MAX_STORED = 8 };

struct vt_stored_pointers {
    uint8_t count;
    struct vt_stored_pointer items[VT_MAX_STORED];
};

/* Keeps where what the function returns leads, and which of its callers' pointers it stores in
 * objects of theirs, for those that call it; true if what it returns leads into such objects only.
 */
bool vt_points_learn(const struct vt_analysis *analysis);

/* ---- stored.c ---------------------------------------------------------------------------- */

/* BITS of a variable of the function, at PLACE; 0: a pointer. */
struct vt_read {
    struct vt_place place;
    uint16_t bits;
};

/* True if LOAD, a LOAD or STORE, is of one spot in a variable of the function: into *PLACE. */
bool vt_variable_of(const struct vt_analysis *analysis, uint32_t load, struct vt_place *place);

/* True if one of the instructions from FIRST to END - 1, of one block, may store in the variable of
 * READ: *VALUE is what the last of them puts there, or VT_NONE if that is not known, or not all of
 * it. */
bool vt_stored_last(const struct vt_analysis *analysis, uint32_t first, uint32_t end,
                    const struct vt_read *read, uint32_t *value);

/* What was stored just before instruction AT in the variable of READ; VT_NONE if that is not known.
 */
uint32_t vt_stored_before(const struct vt_analysis *analysis, uint32_t at,
                          const struct vt_read *read);

/* ---- grants.c ---------------------------------------------------------------------------- */

/* What a name says that a variable or field grants; `name` is VT_NONE if it is no such one. */
struct vt_grant {
    uint32_t name; /* string */
    bool by_zero;  /* 0 grants: of who somebody is, or whether he is watched; else 0 does not */
};

/* Looks the names of the unit up, in the condenser's arena. */
struct vt_grants *vt_grants_prepare(const struct vt_condenser *shared);

/* What STORE, a STORE, stores into. */
struct vt_grant vt_grant_of(const struct vt_analysis *analysis, const struct vt_inst *store);

/* True if the variable or field that POINTER, a value, leads to is called a password. */
bool vt_place_is_password(const struct vt_analysis *analysis, uint32_t pointer);

/* ---- waits.c ----------------------------------------------------------------------------- */

/* The arms by which loops that sleep are left, at most MOST, into ARMS; gives their number. */
unsigned vt_waits_find(const struct vt_analysis *analysis, struct vt_cfg_arm *arms, unsigned most);

/* ---- graph.c ----------------------------------------------------------------------------- */

/* The graph under construction. Nodes of a kind, index and reference are made once. */
struct vt_graph *vt_graph_new(struct vt_arena *arena);
uint32_t vt_graph_node(struct vt_graph *graph, enum vt_node_kind kind, unsigned index,
                       uint32_t ref);
uint32_t vt_graph_hub(struct vt_graph *graph);
void vt_graph_edge(struct vt_graph *graph, uint32_t from, uint32_t to,
                   const struct vt_rewrite *rewrite, uint32_t tags, uint32_t location);
size_t vt_graph_nedges(const struct vt_graph *graph);

/* Condenses the graph: hubs go where that needs no more edges, and what leads nowhere goes. */
void vt_graph_fold(struct vt_graph *graph);

/* True if NODE (of before folding) still has an edge. */
bool vt_graph_is_live(const struct vt_graph *graph, uint32_t node);

/* True if something other than a constant flows into NODE. */
bool vt_graph_is_fed(const struct vt_graph *graph, uint32_t node);

/* True if NODE is what an event brings; if it (or VT_NONE) is what a call returned, of number
 * *CALL. */
bool vt_graph_is_outcome(const struct vt_graph *graph, uint32_t node);
bool vt_graph_is_result(const struct vt_graph *graph, uint32_t node, uint32_t *call);

/* True if NODE (or VT_NONE) is what call *CALL left beneath its *ARGUMENT. */
bool vt_graph_is_effect(const struct vt_graph *graph, uint32_t node, uint32_t *call,
                        unsigned *argument);

/* Takes NODE out, with its edges. */
void vt_graph_drop(struct vt_graph *graph, uint32_t node);

/* Writes nodes and edges into FUNCTION, in UNIT's arena; interns rewrites. */
void vt_graph_emit(struct vt_graph *graph, struct vt_condenser *shared,
                   struct vt_function *function);

/* ---- memory.c ---------------------------------------------------------------------------- */

/* One place a definition replaces. */
struct vt_cover {
    struct vt_place place;
    struct vt_range range; /* relative to the object; the place's offset is in it */
    bool early;            /* before the instruction itself, where its block begins */
};

struct vt_memory *vt_memory_new(struct vt_analysis *analysis);

/* At instruction AT what node FROM holds comes to stand in root ROOT, as REWRITE puts it there.
 * FROM may be VT_NONE: nothing worth following. COVER: what is gone by that, or NULL. */
void vt_memory_define(struct vt_analysis *analysis, uint32_t root, uint32_t at, uint32_t from,
                      const struct vt_rewrite *rewrite, uint32_t tags,
                      const struct vt_cover *cover);

/* Before instruction `at`, node `to` takes something from memory, by pointer `pointer` (a value, or
 * VT_NONE): what is stored over the place that the pointer was read from, after that, does not
 * change where it leads. */
struct vt_use {
    uint32_t at, to, tags, pointer;
    bool later; /* and what is put there afterwards, or elsewhere before: order does not matter */
};

/* By USE that is what REWRITE lets through, from root ROOT. */
void vt_memory_use(struct vt_analysis *analysis, uint32_t root, const struct vt_use *use,
                   const struct vt_rewrite *rewrite);

/* True if something is put into ROOT. Of globals: always. */
bool vt_memory_is_defined(const struct vt_analysis *analysis, uint32_t root);

/* Turns all definitions and uses into edges of the graph. */
void vt_memory_connect(struct vt_analysis *analysis);

/* ---- told.c ------------------------------------------------------------------------------ */

/* Adds EVENT, which stands in BLOCK; gives its number. */
uint32_t vt_add_event(struct vt_analysis *analysis, const struct vt_event *event, uint32_t block);

/* Adds an event of FACT that no call has: instruction AT says it. VALUE is NULL or text; gives its
 * number. */
uint32_t vt_add_told(struct vt_analysis *analysis, uint32_t at, enum vt_fact fact,
                     const char *class_name, const char *value);

/* VALUE, at instruction AT, goes into ROLE of event EVENT. */
void vt_event_gets(struct vt_analysis *analysis, uint32_t event, enum vt_role role, uint32_t at,
                   uint32_t value);

/* VALUE, at instruction AT, is what event EVENT brings. */
void vt_event_brings(struct vt_analysis *analysis, uint32_t event, uint32_t at, uint32_t value);

/* ---- places.c ---------------------------------------------------------------------------- */

/* Bytes that lie at the pointer VALUE before its field or object ends; VT_OFFSET_HIGH if unknown.
 */
int64_t vt_extent(const struct vt_analysis *analysis, uint32_t value);

/* The rewrite that takes, or puts, what lies within RANGE of PLACE's object as one value. */
struct vt_rewrite vt_rewrite_take(const struct vt_place *place, struct vt_range range);
struct vt_rewrite vt_rewrite_put(const struct vt_place *place, struct vt_range range);

/* SIZE bytes from PLACE's offset on. */
struct vt_range vt_place_range(const struct vt_place *place, int64_t size);

/* The rewrite that takes what lies beneath a pointer to PLACE, up to EXTENT, out of its root, or
 * puts it there. */
struct vt_rewrite vt_rewrite_out_of(const struct vt_place *place, int64_t extent);
struct vt_rewrite vt_rewrite_into(const struct vt_place *place, int64_t extent);

/* True if a definition of POINTS replaces what was there (one place, known); then COVER is set to
 * SIZE bytes of it. */
bool vt_points_cover(const struct vt_points *points, int64_t size, struct vt_cover *cover);

/* ---- beneath.c --------------------------------------------------------------------------- */

/* Pointers in one object that are followed into a call or a copy: those of huge functions, which
 * keep dozens in one object, would lead everywhere. */
enum { VT_MAX_FOLLOWED = 8 };

/* USE takes all that lies beneath PLACE, up to EXTENT bytes; what the pointers in it lead to
 * included, LEVELS deep. */
void vt_use_beneath(struct vt_analysis *analysis, const struct vt_use *use,
                    const struct vt_place *place, int64_t extent, unsigned levels);

/* ---- transfer.c, apply.c ----------------------------------------------------------------- */

/* The graph's node of a value; a constant's too. */
uint32_t vt_value_node(struct vt_analysis *analysis, uint32_t value);

/* Instructions to edges, definitions and uses. */
void vt_transfer(struct vt_analysis *analysis);

/* Where BLOCK follows on a loop that fills an array: replaces what was there (fill.c). */
void vt_fill_behind(struct vt_analysis *analysis, uint32_t block);

/* The same for a call whose function has model rows, and for a variable of a library that has. */
void vt_apply_models(struct vt_analysis *analysis, uint32_t call);

/* The symbol whose model rows tell what INST brings: a function that it calls, a variable that it
 * reads; VT_NONE if there are none. */
uint32_t vt_modelled(const struct vt_analysis *analysis, const struct vt_inst *inst);

/* True if ROW's condition on a constant argument holds at CALL, or may. */
bool vt_row_holds(const struct vt_analysis *analysis, const struct vt_row *row,
                  const struct vt_inst *call);

/* True if ROW says that where the pointer that is returned leads is told by what was looked for. */
bool vt_row_tells_position(const struct vt_row *row);

/* Argument NUMBER of call CALL at instruction AT is VALUE. */
struct vt_passed {
    uint32_t at, call, number, value;
    bool alone; /* no other argument leads to the same object */
    bool later; /* the call's function looks beneath it later, too */
};

/* Who asks for the ways to a value. */
struct vt_choices {
    bool (*is_wanted)(const struct vt_analysis *analysis, const struct vt_inst *inst);
    void (*visit)(void *context, uint32_t value, const struct vt_chosen *chosen);
    void *context;
};

/* Shows CHOICES all ways to VALUE, if they are a few, and some lead to what is wanted; false if
 * not: then nothing was shown. */
bool vt_choices_visit(struct vt_analysis *analysis, uint32_t value,
                      const struct vt_choices *choices);

/* What flows in by an argument, and what comes out. */
void vt_pass_argument(struct vt_analysis *analysis, const struct vt_passed *passed);

/* A new call in the facts; gives its number. */
uint32_t vt_new_call(struct vt_analysis *analysis, uint32_t inst, uint32_t symbol,
                     uint32_t narguments);

/* The edge from VALUE itself (not what lies beneath) to NODE. */
void vt_use_value(struct vt_analysis *analysis, uint32_t at, uint32_t node, uint32_t value,
                  uint32_t tags);

/* The tags of BITS bits of VALUE, if that is a struct which a call returned as one number: which of
 * its fields they are is not told apart. */
uint32_t vt_part_tags(const struct vt_analysis *analysis, uint32_t value, uint32_t bits);

/* Calls LINK for each constant that pointer VALUE may be. */
void vt_visit_constants(struct vt_analysis *analysis, uint32_t value,
                        void (*link)(void *context, uint32_t node), void *context);

/* The same for each that stands at POINTS. */
void vt_visit_constants_at(struct vt_analysis *analysis, const struct vt_points *points,
                           void (*link)(void *context, uint32_t node), void *context);

/* ---- predicates.c ------------------------------------------------------------------------ */

void vt_guards_find(struct vt_analysis *analysis);

/* Drops predicates that depend on constants alone, and events that bring nothing anybody uses, with
 * their nodes; gives what is left to FUNCTION. Requires a folded graph. */
void vt_emit_sites(struct vt_analysis *analysis, struct vt_function *function);

/* ---- vary.c ------------------------------------------------------------------------------ */

/* The tags that tell how many of VALUE's bits can vary where it is STORED as it is, or handed on:
 * none if most can. */
uint32_t vt_share_of(const struct vt_analysis *analysis, uint32_t value, bool stored);

/* ---- check.c ----------------------------------------------------------------------------- */

enum vt_pass { VT_PASS_POINTS, VT_PASS_TRANSFER, VT_PASS_GUARDS, VT_PASS_MEMORY, VT_PASS_FOLD };

/* Asserts, in debug builds, that what the passes up to PASS gave holds together. */
#ifdef NDEBUG
static inline void vt_analysis_check(const struct vt_analysis *analysis, enum vt_pass pass) {
    (void)analysis;
    (void)pass;
}
#else
void vt_analysis_check(const struct vt_analysis *analysis, enum vt_pass pass);
void vt_graph_check(const struct vt_graph *graph); /* (graph.c) */
#endif

/* ---- known.c ----------------------------------------------------------------------------- */

/* What a function does with a parameter and the memory beneath it. */
struct vt_known_port {
    uint8_t reads, writes; /* how many pointers deep; VT_DEPTH + 1: as deep as it gets */
    bool value;            /* the value itself goes somewhere */
    bool passes;           /* what was beneath it before still is afterwards */
};

struct vt_known {
    bool result; /* something comes back */
    uint32_t nports;
    struct vt_known_port *ports;
};

/* Keeps what FUNCTION, just condensed, does. */
void vt_known_learn(struct vt_condenser *shared, const struct vt_function *function);

/* What the function SYMBOL (or VT_NONE) does with its parameter NUMBER: anything if not known. */
struct vt_known_port vt_known_port(const struct vt_condenser *shared, uint32_t symbol,
                                   uint32_t number);

/* True of the edge that tells that memory beneath a parameter is at the end what it was. */
bool vt_passes_through(const struct vt_node *from, const struct vt_node *to,
                       const struct vt_rewrite *rewrite);

/* ---- tables of the unit (tables.c) ------------------------------------------------------- */

struct vt_constants *vt_constants_new(struct vt_arena *arena);

uint32_t vt_constant_int(struct vt_condenser *shared, int64_t number);
uint32_t vt_constant_data(struct vt_condenser *shared, uint32_t data, int64_t offset);
/* SIZE bytes that the program makes; CONCEALED: they are not just put together. */
uint32_t vt_constant_decoded(struct vt_condenser *shared, const uint8_t *bytes, size_t size,
                             bool is_text, bool concealed);
uint32_t vt_constant_function(struct vt_condenser *shared, uint32_t symbol);
uint32_t vt_rewrite_index(struct vt_condenser *shared, const struct vt_rewrite *rewrite);

/* Hands the tables to the unit, without what no function refers to. */
void vt_tables_emit(struct vt_condenser *shared);

#endif
