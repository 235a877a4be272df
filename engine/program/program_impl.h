/* What is inside a program: for link.c, trace*.c and those that answer program.h's questions only.
 *
 * Every node, call and function of every unit has one number in the program: its number in its
 * function or unit plus a base. GLOBAL and TYPE nodes that mean the same thing are bound to one
 * shared node, numbered behind all others.
 */
#ifndef VT_ENGINE_PROGRAM_PROGRAM_IMPL_H
#define VT_ENGINE_PROGRAM_PROGRAM_IMPL_H

#include "engine/base/arena.h"
#include "engine/facts/intern.h"
#include "engine/program/program.h"

/* ---- Tables (trace_table.c) -------------------------------------------------------------- */

/* A hash map from 64-bit keys to 32-bit values that is emptied in one step. */
struct vt_slot {
    uint64_t key;
    uint32_t value, epoch; /* in use if epoch is the map's */
};

struct vt_map {
    struct vt_arena *arena;
    struct vt_slot *slots;
    size_t capacity, used;
    uint32_t epoch;
};

void vt_map_init(struct vt_map *map, struct vt_arena *arena);
void vt_map_clear(struct vt_map *map);
/* The place of KEY's value; a new one holds VT_NONE. Valid until the next vt_map_put. */
uint32_t *vt_map_put(struct vt_map *map, uint64_t key);
/* KEY's value, or VT_NONE. */
uint32_t vt_map_get(const struct vt_map *map, uint64_t key);

static inline uint64_t vt_key(uint32_t high, uint32_t low) {
    return (uint64_t)high << 32 | low;
}

uint64_t vt_hash_bytes(const void *bytes, size_t size);

/* Interned paths. */
struct vt_paths {
    struct vt_arena *arena;
    struct vt_map map; /* hash of a path to the first of those that have it */
    struct vt_path *items;
    uint32_t *next;
    size_t count, capacity, next_capacity;
};

void vt_paths_init(struct vt_paths *paths, struct vt_arena *arena);
uint32_t vt_paths_add(struct vt_paths *paths, const struct vt_path *path);

/* Rows of numbers: row i is items[offsets[i]] .. items[offsets[i + 1] - 1]. */
struct vt_rows {
    uint32_t *offsets, *items;
};

struct vt_pair {
    uint32_t row, item;
};

struct vt_pairs {
    struct vt_arena *arena;
    struct vt_pair *items;
    size_t count, capacity;
};

void vt_pairs_add(struct vt_pairs *pairs, uint32_t row, uint32_t item);
/* NROWS rows in ARENA from PAIRS; items of a row keep their order. */
struct vt_rows vt_rows_build(struct vt_arena *arena, uint32_t nrows, const struct vt_pairs *pairs);

static inline const uint32_t *vt_row(const struct vt_rows *rows, uint32_t row, uint32_t *count) {
    *count = rows->offsets[row + 1] - rows->offsets[row];
    return rows->items + rows->offsets[row];
}

/* ---- The program ------------------------------------------------------------------------- */

struct vt_linked_unit {
    const struct vt_unit *unit;
    const char *origin;
    uint32_t first_symbol;
};

struct vt_linked_function {
    const struct vt_function *facts;
    uint32_t unit, first_node, first_call;
    uint64_t written; /* parameters that have an OUT node, modulo 64 */
    bool discarded;   /* a weak definition that gave way to another */
    bool entry;       /* runs without a caller in the program */
};

/* What a name stands for: one for each external name and for each local symbol. */
struct vt_entity {
    const char *name;
    uint32_t unit, symbol; /* the definition that won; unit is VT_NONE if there is none */
    uint32_t function;     /* its code, or VT_NONE */
    uint32_t shared;       /* its shared node, counted from 0; VT_NONE if nothing refers to it */
    uint32_t next;         /* with the same hash */
    bool weak;
    uint32_t calls;      /* calls to it, if no unit defines it */
    struct vt_site site; /* the first of them */
};

/* A node, so that the solver needs not look further. */
struct vt_linked_node {
    uint32_t function;
    uint32_t ref; /* ARGUMENT .. CALLEE: call of the program; GLOBAL, TYPE: shared node, counted
                     from 0; else as in the function */
    uint32_t first_edge; /* of those that end here; the next node's is behind the last */
    uint8_t kind, index;
};

/* An edge, kept at the node it ends at. */
struct vt_linked_edge {
    uint32_t from;    /* node of the program */
    uint32_t edge;    /* its number in the function */
    uint32_t rewrite; /* of the program */
    uint32_t tags;    /* and, once the program is linked, the two below */
};

/* It tells what a call left in memory that also holds what it held before (VT_TAG_KEPT), and the
 * call writes nothing there, or nothing that is known. */
#define VT_EDGE_IDLE      (1u << 28)
#define VT_EDGE_UNWRITTEN (1u << 29)

/* Tags that a way takes from its edges. */
#define VT_WAY_TAGS (VT_TAG_KEPT - 1u)

/* What a path must be like at least to come backwards through a rewrite. Six of ten edges that are
 * looked at let nothing through, and this tells so of most. */
struct vt_gate {
    struct vt_range front; /* its first range, if it has one, overlaps this */
    uint8_t least, most;   /* ranges that it has; the least only if it is not open */
    bool is_crowded; /* only what was laid together because there was too much comes through */
};

struct vt_linked_call {
    uint32_t function;     /* that makes it */
    uint32_t entity;       /* whom it names, aliases followed; VT_NONE: through a pointer */
    uint32_t first, count; /* targets */
    bool is_open;          /* they are not told by a name, but looked for */
    bool by_type;          /* found by the type of the object that holds the pointer */
    bool by_type_alone;    /* and not in the object itself, where too much meets */
    bool by_element;       /* it takes what it calls out of an element of a table */
    bool has_behind;       /* it has BEHIND or PLACED nodes */
};

/* Where a function is given a function that it calls, or hands on to be called: PATH of parameter
 * INDEX. */
struct vt_hook {
    uint32_t index;
    struct vt_path path;
};

#define VT_HOOKS 2 /* of one function that are told apart */

struct vt_hooks {
    uint32_t count;
    struct vt_hook at[VT_HOOKS];
};

/* Whom a call gives to the hooks of the function it calls; VT_NONE: anybody. */
struct vt_bound {
    uint32_t at[VT_HOOKS];
};
#define vt_bound_none ((struct vt_bound){{VT_NONE, VT_NONE}})

/* The element of a table that holds a function: BYTES of what is shared as SHARED. */
struct vt_window {
    uint32_t shared;
    struct vt_range bytes;
};

/* A pointer into shared memory goes along EDGE to where a function is left; what its taker puts
 * behind it is at node BEHIND. */
struct vt_outlet {
    uint32_t behind, edge;
};

/* The events that tell FACT of a class, in program order. */
struct vt_event_class {
    enum vt_fact fact;
    const char *name;
    struct vt_event_ref *refs;
    size_t count, capacity;
    uint32_t next; /* with the same hash */
};

/* The triggers of one guard list (trigger.h). */
struct vt_told {
    const struct vt_trigger *triggers;
    size_t count;
};

/* Where questions ran out that ask the same of different places. */
struct vt_wear {
    uint32_t avoid, mode;
    struct vt_range field;
    uint8_t *worn; /* by node, then by shared node: how many did that looked there; NULL: none */
    struct vt_wear *next;
};

struct vt_solver;

struct vt_program {
    struct vt_arena *arena;
    const struct vt_models *models;
    const struct vt_declaration *declaration;
    const struct vt_numbers *numbers; /* lent */
    size_t nunits, unit_capacity;
    struct vt_linked_unit *units;

    uint32_t nfunctions, nnodes, ncalls;
    struct vt_linked_function *functions;
    struct vt_linked_node *nodes; /* and one more, which ends the edges */
    struct vt_linked_edge *edges; /* sorted by the node they end at */
    struct vt_rewrites *rewrites; /* of all units, each once */
    struct vt_gate *gates;        /* by rewrite */
    struct vt_rows exits;         /* by function: its RETURN and OUT nodes */
    struct vt_rows call_nodes;    /* by call: its ARGUMENT, CALLEE, BEHIND and PLACED nodes */

    size_t nentities, entity_capacity;
    struct vt_entity *entities;
    uint32_t *symbol_entity; /* by first_symbol + symbol */
    uint32_t nshared;
    const char **shared_names;
    uint32_t *shared_entity; /* VT_NONE: a type */
    struct vt_rows members;  /* by shared node: nodes bound to it that something flows into */

    struct vt_linked_call *calls;
    uint32_t *targets; /* functions */
    size_t ntargets, target_capacity;
    struct vt_rows outlets_of; /* by shared node */
    struct vt_outlet *outlets;
    size_t noutlets, outlet_capacity;
    uint32_t *hooks_of; /* by function: which of the hooks are its, or VT_NONE; NULL: not yet */
    struct vt_hooks *hooks;
    size_t nhooks, hook_capacity;
    struct vt_map window_map; /* call and target to index in windows */
    struct vt_window *windows;
    size_t nwindows, window_capacity;
    struct vt_arena *caller_arena;
    uint32_t *caller_offsets; /* by function, into sites */
    struct vt_site *sites;

    struct vt_map class_map; /* hash of a fact and a name to index in classes */
    struct vt_event_class *classes;
    size_t nclasses, class_capacity;

    struct vt_program_blind *blinds;
    size_t nblinds, blind_capacity;

    struct vt_solver *solver;
    uint32_t budget;         /* states of one trace */
    uint32_t patience;       /* of all traces of one sort that ran out, before budgets are halved */
    bool budget_is_set;      /* by the program's owner */
    struct vt_map cut_map;   /* functions about which a trace ran out of its budget */
    struct vt_map spent_map; /* hash of a sort of questions: states of those that ran out */
    struct vt_arena *wear_arena; /* the asker's; NULL: it has asked nothing yet */
    struct vt_wear *wears;       /* in it */
    struct vt_map obeyed_map;    /* class of checks and condition: whether only success passes it */
    struct vt_map check_map;     /* hash of a class of checks: its number, or 0 if there are none */
    uint32_t ncheck_classes;
    struct vt_map pattern_map; /* hash of a kind and a text: the pattern that fits + 1, or 0 */
    struct vt_reach *reach;    /* capability.h; NULL: nobody asked yet */
    struct vt_map trace_map;   /* hash of the question to index in trace_list */
    struct vt_trace **trace_list;
    size_t ntraces, trace_capacity;
    bool is_whole;          /* its owner says so */
    struct vt_map told_map; /* function and guard list to index in told_list */
    struct vt_told *told_list;
    size_t ntold, told_capacity;
    bool linked;
};

/* Where the things of a program stand. */
static inline const struct vt_unit *vt_unit_of(const struct vt_program *program,
                                               uint32_t function) {
    return program->units[program->functions[function].unit].unit;
}

static inline const struct vt_node *vt_node_of(const struct vt_program *program, uint32_t node) {
    const struct vt_linked_function *f = &program->functions[program->nodes[node].function];
    return &f->facts->nodes[node - f->first_node];
}

/* The edges that end at NODE. */
static inline const struct vt_linked_edge *vt_edges_into(const struct vt_program *program,
                                                         uint32_t node, uint32_t *count) {
    uint32_t first = program->nodes[node].first_edge;
    *count = program->nodes[node + 1].first_edge - first;
    return program->edges + first;
}

/* The entity SYMBOL of UNIT stands for, aliases followed. */
uint32_t vt_link_entity(const struct vt_program *program, uint32_t unit, uint32_t symbol);
/* Takes out of its functions what never happens in a whole program. (closed.c) */
void vt_link_close(struct vt_program *program);
/* Sorts events by their classes. (events.c) */
void vt_link_events(struct vt_program *program);
/* Builds `sites` from the targets of all calls. */
void vt_link_callers(struct vt_program *program);
void vt_link_blind(struct vt_program *program, struct vt_program_blind blind);
/* Gives each trace its share, unless somebody set it. (program.c) */
void vt_link_budget(struct vt_program *program);
/* Finds the targets of calls through pointers. (trace_callees.c) */
void vt_link_callees(struct vt_program *program);

/* What a search for targets found: functions, sorted, each once. */
struct vt_answer {
    const uint32_t *functions;
    size_t count;
    bool cut;
};

struct vt_recall; /* answers of such searches (trace_recall.c) */

/* BUDGET: states of one search. */
struct vt_recall *vt_recall_new(const struct vt_program *program, uint32_t budget);
void vt_recall_free(struct vt_recall *recall);
/* The functions whose address reaches NODE on ways free of AVOID; or, BY_TYPE, what any object has
 * for a field that NODE is read from. NODE is none that other nodes read. Valid until the next
 * question. */
const struct vt_answer *vt_recall_ask(struct vt_recall *recall, uint32_t node, bool by_type,
                                      uint32_t avoid);
/* To be told before and after the targets of CALL change, and after all callers were found anew. */
void vt_recall_targets(struct vt_recall *recall, uint32_t call);
void vt_recall_callers(struct vt_recall *recall);

/* Makes the gates of all rewrites. (trace_gates.c) */
void vt_link_gates(struct vt_program *program);

/* True if PATH does not come through; with SHARP, nothing crowded does. */
static inline bool vt_gate_stops(const struct vt_gate *gate, const struct vt_path *path,
                                 bool sharp) {
    const struct vt_range *range = &path->ranges[0];
    return path->count > gate->most || (path->count < gate->least && !path->open) ||
           (path->count > 0 &&
            (range->high <= gate->front.low || range->low >= gate->front.high)) ||
           (sharp && gate->is_crowded);
}

/* Marks the edges that are idle, now that all targets are known. (trace_solve.c) */
void vt_link_idle(struct vt_program *program);

/* ---- Guards (guard.c) -------------------------------------------------------------------- */

/* True if a condition that always holds in guard list LIST of FUNCTION passes TEST, or all of a
 * group of alternatives do. LIST may be VT_NONE: nothing holds. */
bool vt_guards_hold(struct vt_program *program, uint32_t function, uint32_t list,
                    vt_condition_test test, void *context);

/* The same, or on every way from an entry of the program to FUNCTION. */
bool vt_guards_hold_on_all_ways(struct vt_program *program, uint32_t function, uint32_t list,
                                vt_condition_test test, void *context);

/* A place in FUNCTION: an event or a call, with its guard list. */
struct vt_spot {
    uint32_t function, guards, location;
};
typedef bool (*vt_spot_test)(struct vt_program *program, const struct vt_spot *spot, void *context);

/* The same for EVENT; what stands at a spot that passes ALSO counts as held, too. */
bool vt_spots_hold_on_all_ways(struct vt_program *program, struct vt_event_ref event,
                               vt_condition_test test, vt_spot_test also, void *context);

/* ---- Results (obligation.c) -------------------------------------------------------------- */

/* True if RESULT means what SUCCESS says. */
bool vt_result_succeeds(enum vt_success success, int64_t result);

/* ---- The solver (trace_solve.c) ---------------------------------------------------------- */

#define VT_EDGE_ASSUMED (VT_NONE - 1) /* not an edge of the function: through an unknown call */

/* A fact: PATH at NODE, for those that entered the function by CONTEXT. Ids grow with the way back
 * from the question; parent and via are always smaller than the state's own. */
struct vt_state {
    uint32_t context, node, path;
    uint32_t parent; /* where it flows on to; VT_NONE: where the question, or the context, starts */
    uint32_t via;    /* argument: result of the call it came back through; start of a context: the
                        result that first asked; else VT_NONE */
    uint32_t edge;   /* of the function, to the parent's node; VT_NONE; VT_EDGE_ASSUMED */
    uint32_t tags;   /* since the context's start */
    uint32_t next;   /* of the same context and node */
    uint32_t taker;  /* the function + 1 that gets this out of the element of a table that holds
                        the function, too (trace_element.c); 0: not known */
};

struct vt_link {
    uint32_t state, next;
};

struct vt_queue {
    uint32_t first, last; /* links */
};

/* A callee entered backwards through its exit fact; context 0 is "none". */
struct vt_context {
    struct vt_queue waiters; /* results and effects that wait */
    struct vt_queue entries; /* parameters that were reached */
    uint32_t outer_tags;     /* from the context's start on to the question */
    uint32_t first_node;     /* of its function; of the program for a context of all functions */
    uint32_t heads;          /* where its part of the solver's heads begins */
    struct vt_bound bound;
    bool pinned; /* reached from the question without passing shared nodes */
};

/* Path BEFORE becomes AFTER backwards through REWRITE; VT_NONE: nothing passes. */
struct vt_seen_path {
    uint32_t rewrite; /* 0, which changes nothing: empty */
    uint32_t before, after;
};

/* What this question knows of a node, if EPOCH is the solver's. */
struct vt_place {
    uint32_t epoch;
    uint32_t newest;   /* its newest state in context 0, or VT_NONE */
    uint32_t contexts; /* an exit's: how many there are */
    bool is_told;      /* a source's */
    bool is_worn;      /* counted (vt_solver_wear) */
};

/* FUNCTION is entered and left by CALL (of the program), or another one that is told: up to what is
 * shared, or if IS_FIRM behind it as well. */
struct vt_pin {
    uint32_t function, call, is_firm;
};

struct vt_solver {
    const struct vt_program *program;
    struct vt_arena *arena;
    struct vt_paths paths;     /* of all questions */
    struct vt_place *places;   /* by node, then by shared node */
    uint32_t epoch;            /* of the question */
    struct vt_map buckets;     /* node to its newest state in the pinned context of the question */
    uint32_t *heads;           /* by node of each other context: its newest state */
    struct vt_map context_map; /* (exit node or bound exit, path) to context */
    struct vt_map bound_map;   /* functions given to two hooks to a number for both */
    struct vt_map exit_map;    /* (exit node, such a number) to a bound exit, behind all nodes */
    struct vt_map count_map;   /* bound exit to how many contexts it has */
    uint32_t nbounds, nbound_exits;
    struct vt_state *states;
    struct vt_context *contexts;
    struct vt_link *links;
    struct vt_source *sources;
    size_t nstates, ncontexts, nlinks, nsources;
    size_t state_capacity, context_capacity, link_capacity, source_capacity;
    size_t nheads, head_capacity;
    struct vt_seen_path *seen_paths[2]; /* what rewrites made of paths, as far as it is remembered;
                                           [1]: without blur */
    struct vt_seen_path *seen;          /* of these, the question's */
    uint32_t avoid, budget, open_path;
    uint32_t skipped;          /* tags of edges that are not followed */
    uint32_t skipped_by;       /* those of them that edges had */
    const struct vt_pin *pins; /* the asker's; they hold in pinned contexts */
    size_t npins;
    uint32_t start;      /* context of the question: 0, or a pinned one */
    uint64_t work;       /* steps that may still be looked at */
    uint32_t limit;      /* states at most, whatever they cost */
    uint32_t spent;      /* what the states cost so far */
    const uint8_t *worn; /* by node: how many questions ran out that looked there; or NULL */
    uint32_t grace;      /* so many may, before it costs more to look there */
    uint32_t tags;       /* of all ways looked at */
    bool cut, passes_variable, passes_unknown;
    /* While targets are looked for: what the question depends on that may change, each once: a
     * call's targets, by number, and the callers of a function, by its number + ncalls. */
    uint32_t *needs, *needed; /* needed: by such a number, the question that last did */
    size_t nneeds, need_capacity;
};

struct vt_solver *vt_solver_new(const struct vt_program *program);
void vt_solver_free(struct vt_solver *solver);
/* Forgets what was asked before. */
void vt_solver_begin(struct vt_solver *solver, uint32_t avoid, uint32_t budget);
/* Before starting: only ways that keep to PINS count. */
void vt_solver_pin(struct vt_solver *solver, const struct vt_pin *pins, size_t npins);
/* Asks what reaches PATH at NODE. */
void vt_solver_start(struct vt_solver *solver, uint32_t node, const struct vt_path *path);
/* Finds all sources, or stops at the budget and sets `cut`. */
void vt_solver_run(struct vt_solver *solver);
/* Counts in WORN, by node, that the question looked there. Once for each question. */
void vt_solver_wear(struct vt_solver *solver, uint8_t *worn);

/* ---- Traces (trace.c, trace_steps.c) ----------------------------------------------------- */

struct vt_question {
    uint32_t kind, function, ref, index, avoid;
    uint32_t mode;   /* 0 value and beneath, 1 value only, 2 field, 3 bytes */
    uint32_t budget; /* what its states may cost; set when it is asked */
    uint32_t limit;  /* states that were looked at, if it was asked before; else UINT32_MAX */
    struct vt_range field;
};

/* A state that lies on the way of a source, as far as telling the way needs it. */
struct vt_witness {
    uint32_t node, parent, via, edge;
};

struct vt_trace {
    const struct vt_program *program;
    struct vt_question question;
    struct vt_pin *pins; /* the calling context it was asked in */
    size_t npins;
    struct vt_source *sources; /* `state` is the number of the source */
    uint32_t *starts;          /* by source: its state */
    struct vt_witness *states; /* NULL if they were too many to keep */
    size_t nsources, nstates;
    uint32_t tags; /* of all ways looked at */
    bool cut, passes_variable, passes_unknown;
    uint32_t next; /* in trace_list, with the same hash */
};

/* What QUESTION asks, in the calling context of PINS (not kept); cached. NULL if there is nothing
 * to ask. */
const struct vt_trace *vt_trace_pinned(struct vt_program *program, struct vt_question question,
                                       const struct vt_pin *pins, size_t npins);

/* TRACE solved again, with all its states; in ARENA. */
struct vt_trace *vt_trace_again(const struct vt_trace *trace, struct vt_arena *arena);

/* ---- Pointers that are handed out (trace_behind.c) ----------------------------------------- */

/* Finds where pointers into shared memory are handed out. Requires the targets of calls. */
void vt_link_outlets(struct vt_program *program);

/* The node of CALL that tells what was put behind the pointers that its callee hands out at node
 * EXIT, or VT_NONE. */
uint32_t vt_behind_of(const struct vt_program *program, uint32_t call, uint32_t exit);

/* ---- Tables of functions (trace_element.c) --------------------------------------------------- */

/* Finds in which elements of tables functions stand. Requires the targets of calls. */
void vt_link_windows(struct vt_program *program);

/* The element that CALL takes TARGET out of, or NULL. */
static inline const struct vt_window *vt_window_of(const struct vt_program *program, uint32_t call,
                                                   uint32_t target) {
    uint32_t number =
        program->nwindows ? vt_map_get(&program->window_map, vt_key(call, target)) : VT_NONE;
    return number == VT_NONE ? NULL : &program->windows[number];
}

/* PATH in a table that EDGE, to state S, leads to: in the element alone which also holds the
 * function that is called. VT_NONE: nothing is left. */
uint32_t vt_element_path(struct vt_solver *solver, const struct vt_state *s,
                         const struct vt_linked_edge *edge, uint32_t path);

/* True if what is put into a table at node MEMBER may stand beside the taker of state ID. */
bool vt_element_is_filled(const struct vt_solver *solver, uint32_t id, uint32_t member);

/* ---- Functions that are passed (trace_passed.c) --------------------------------------------- */

/* The node of CALL of KIND and INDEX, or VT_NONE. */
uint32_t vt_node_of_call(const struct vt_program *program, uint32_t call, enum vt_node_kind kind,
                         uint32_t index);

/* Finds the hooks of all functions. Requires the targets of calls. */
void vt_link_hooks(struct vt_program *program);

/* The hooks of FUNCTION, or NULL. */
static inline const struct vt_hooks *vt_hooks_of(const struct vt_program *program,
                                                 uint32_t function) {
    uint32_t own = program->hooks_of ? program->hooks_of[function] : VT_NONE;
    return own == VT_NONE ? NULL : &program->hooks[own];
}

/* True if CALL may call one or the other function. */
static inline bool vt_call_chooses(const struct vt_linked_call *call) {
    return call->entity == VT_NONE && call->count > 1;
}

/* What the hooks of FUNCTION are given by the call that state ID, in the calling context OUTER, is
 * at; false if that is not known of any. */
bool vt_hooks_bind(const struct vt_solver *solver, uint32_t id, uint32_t function,
                   struct vt_bound *bound);

/* What FUNCTION has to be called with for a way to exist: TARGET at HOOK. */
struct vt_demand {
    uint32_t function, target; /* function is VT_NONE: nothing */
    struct vt_hook hook;
};

/* What state ID demands of those who call its function, which fills the table of its taker: that
 * they pass the taker, too; DEMAND if it fills that otherwise. (trace_element.c) */
struct vt_demand vt_element_demand(const struct vt_solver *solver, uint32_t id,
                                   struct vt_demand demand);

/* What the way to state ID, at a parameter, demands of those who call its function. */
struct vt_demand vt_demand_at(const struct vt_solver *solver, uint32_t id);

/* True if CALL passes functions at DEMAND's hook, and not the one that is demanded. */
bool vt_demand_is_defied(const struct vt_program *program, const struct vt_demand *demand,
                         uint32_t call);

/* Which of its targets a call has on the way of one state. */
struct vt_choice {
    uint32_t call;
    bool is_free;            /* any */
    uint32_t only;           /* this one; VT_NONE: those that somebody passes who does not defy: */
    struct vt_demand demand; /* of its function; may be none */
    struct vt_hook hook;
};

/* The choice of CALL, which state ID is at. */
struct vt_choice vt_choice_at(const struct vt_solver *solver, uint32_t id, uint32_t call);
bool vt_choice_allows(const struct vt_program *program, const struct vt_choice *choice,
                      uint32_t target);

#endif
