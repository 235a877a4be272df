/* A program: the facts of its units, linked, and the questions rules ask of it.
 *
 * Nodes of all functions get one numbering. Calls are resolved as a linker resolves symbols;
 * indirect calls by following the function pointer back to the functions whose address it may hold.
 */
#ifndef VT_ENGINE_PROGRAM_H
#define VT_ENGINE_PROGRAM_H

#include "engine/facts/facts.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_declaration;
struct vt_error;
struct vt_numbers;
struct vt_program;

/* ---- Building ---------------------------------------------------------------------------- */

/* An empty program. MODELS (kept, not owned) tell which external functions are known. */
struct vt_program *vt_program_new(const struct vt_models *models);

/* The models it was made with. */
const struct vt_models *vt_program_models(const struct vt_program *program);

/* The first pattern of KIND in its models that TEXT fits, or NULL, as vt_models_classify; it is
 * remembered, for names are asked about again and again. */
const struct vt_pattern *vt_program_pattern(struct vt_program *program, const char *kind,
                                            const char *text);

/* True if that pattern is of CLASS_NAME, or a class in it. */
bool vt_program_fits(struct vt_program *program, const char *kind, const char *text,
                     const char *class_name);

/* Frees the program. Units added are not the program's: their owner frees them afterwards. */
void vt_program_free(struct vt_program *program);

/* Adds UNIT (kept; must outlive the program). ORIGIN names where it was read from. */
void vt_program_add(struct vt_program *program, const struct vt_unit *unit, const char *origin);

/* How many facts one trace may look at before it is cut (unless told: the more, the fewer events
 * the program has), and at how many those together that are cut, until the next of their sort get
 * half as much. Before any trace. */
void vt_program_set_budget(struct vt_program *program, uint32_t states, uint32_t patience);

/* From now on another rule asks. Who has asked many questions that ran out of their budget gets
 * less for the next ones: what they have in common was looked at often enough. */
void vt_program_new_asker(struct vt_program *program);

/* Sets what the vendor declares of it (kept; NULL: nothing). Rules that compare with a declaration
 * find nothing without one. */
void vt_program_declare(struct vt_program *program, const struct vt_declaration *declaration);
const struct vt_declaration *vt_program_declaration(const struct vt_program *program);

/* Lends it arithmetic on large numbers (kept; numbers.h; NULL: none). Rules that judge parameters
 * of cryptography find nothing without. */
void vt_program_lend_numbers(struct vt_program *program, const struct vt_numbers *numbers);
const struct vt_numbers *vt_program_numbers(const struct vt_program *program);

/* Says that no unit is missing: if one of them has main(), what none of them stores to stays as it
 * is, and what stands behind conditions that therefore never hold is left out. Before linking. */
void vt_program_close(struct vt_program *program);

/* Resolves symbols and calls. Units were added in link order: of two strong definitions the first
 * wins and the clash becomes a blind spot; weak gives way to strong; local symbols bind within
 * their unit. Undefined and unmodelled names become blind spots. Call once, before any question. */
bool vt_program_link(struct vt_program *program, struct vt_error *error);

/* ---- Looking around ---------------------------------------------------------------------- */

/* A function of the program, by number from 0. */
uint32_t vt_program_nfunctions(const struct vt_program *program);
const struct vt_function *vt_program_function(const struct vt_program *program, uint32_t function,
                                              const struct vt_unit **unit);

/* The unit a function belongs to, and its name ("" for initialisers). */
const char *vt_program_function_name(const struct vt_program *program, uint32_t function);

/* True if FUNCTION is what the system starts programs by, by its name: main and, on Windows, its
 * like. What its parameters bring is the command line. */
bool vt_program_is_main(const struct vt_program *program, uint32_t function);
uint32_t vt_program_nunits(const struct vt_program *program);
const struct vt_unit *vt_program_unit(const struct vt_program *program, uint32_t unit,
                                      const char **origin);

/* An event of the program: event `event` of function `function`. */
struct vt_event_ref {
    uint32_t function, event;
};
/* True if A and B are the same event. */
bool vt_event_same(struct vt_event_ref a, struct vt_event_ref b);

const struct vt_event *vt_program_event(const struct vt_program *program, struct vt_event_ref ref,
                                        const struct vt_unit **unit);

/* True if the events A and B of FUNCTION get the same in ROLE, as far as the function itself tells:
 * from the same places, in the same way, and not from memory that anybody may change. False if
 * they get nothing but constants. */
bool vt_program_same_input(const struct vt_program *program, uint32_t function, uint32_t a,
                           uint32_t b, enum vt_role role);

/* All events with FACT whose class is CLASS_NAME or lies below it ("net" has "net.send"); of any
 * class if it is NULL. In program order, in ARENA; *COUNT is their number. */
struct vt_event_ref *vt_program_events(const struct vt_program *program, enum vt_fact fact,
                                       const char *class_name, struct vt_arena *arena,
                                       size_t *count);

/* True if dotted NAME is CLASS_NAME or lies below it. */
bool vt_class_is(const char *name, const char *class_name);

/* A call site: call `call` of function `function`. */
struct vt_site {
    uint32_t function, call;
};

/* The functions a site may call, and the sites that may call a function (with callbacks). */
size_t vt_program_targets(const struct vt_program *program, struct vt_site site,
                          const uint32_t **functions);
size_t vt_program_callers(const struct vt_program *program, uint32_t function,
                          const struct vt_site **sites);

/* True if OUTER, a call of SITE's function, passes other functions than FUNCTION where SITE calls
 * what it is passed: FUNCTION is then not called by SITE on behalf of OUTER. */
bool vt_program_passes_other(const struct vt_program *program, uint32_t function,
                             struct vt_site site, struct vt_site outer);

/* What nobody looked at, of all units and of linking; *COUNT entries. `unit` is VT_NONE for those
 * that belong to no unit, `text` is what the blind spot is about. */
struct vt_program_blind {
    enum vt_blind_kind kind;
    uint32_t unit, location, count;
    const char *text;
};
const struct vt_program_blind *vt_program_blinds(const struct vt_program *program, size_t *count);

/* ---- Flow -------------------------------------------------------------------------------- */

/* Follows what a node holds back to where it comes from, over realizable paths only: a path that
 * entered a function through one call leaves it through the same (tabulation of Reps, Horwitz and
 * Sagiv, POPL 1995, run backwards over access paths). */
struct vt_trace;

enum vt_source_kind {
    VT_SOURCE_EVENT,
    VT_SOURCE_CONSTANT,
    VT_SOURCE_FUNCTION,
    VT_SOURCE_PARAMETER,
    VT_SOURCE_EXTERNAL
};

/* One place data came from; each place is told once, by the shortest way to it. A constant is a
 * source whatever path of it is asked for, but not of a handle's field: it was not opened. */
struct vt_source {
    enum vt_source_kind kind;
    struct vt_event_ref event;          /* EVENT: an origin, check result, comparison, alloc */
    const struct vt_constant *constant; /* CONSTANT (indices are into unit's tables); else NULL */
    uint32_t function;                  /* the function it happens in; FUNCTION: whose address */
    uint32_t index;                     /* PARAMETER of a function nobody in the program calls */
    const struct vt_unit *unit;         /* of `function` */
    const char *name;                   /* EXTERNAL: result of this function without model, or ""
                                           for a call through a pointer without known target;
                                           CONSTANT and FUNCTION: of the function, or NULL */
    uint32_t tags;                      /* of the path that step() tells */
    bool is_vague;                      /* on that way its place was not known: it lay deeper than
                                           paths go (VT_DEPTH), or was put anywhere into what one
                                           field was asked of; another may be meant */
    uint32_t state;                     /* for vt_trace_steps */
};

/* True if A and B, of any two traces, are the same place. */
bool vt_source_same(const struct vt_source *a, const struct vt_source *b);

/* Stands with the tags to avoid: where more paths meet than a node keeps apart, those that come
 * last are left out, and an unknown offset is not one before the pointer. Without it, whatever a
 * crowded object holds may seem to come from whatever was put into it. For questions where a false
 * yes is worse than a false no. */
#define VT_AVOID_BLUR (1u << 31)

/* Stands with the tags to avoid: only sources of which bits are lost on some way count, and of the
 * ways to a source those on which they are (VT_TAG_SHARES). */
#define VT_ONLY_MASKED (1u << 30)

/* Asks what reaches role ROLE of event REF; only paths free of every tag in AVOID count. With
 * FIELD, asks for field FIELD of the handle instead ("peer", "path"). NULL if the event has no such
 * role. A trace is the program's and cached: asking twice is cheap. */
const struct vt_trace *vt_trace_role(struct vt_program *program, struct vt_event_ref ref,
                                     enum vt_role role, const char *field, uint32_t avoid);

/* The same for the value only, without what lies beneath: which number, which pointer.
 * (vt_trace_role without FIELD asks for the value and everything beneath it.) */
const struct vt_trace *vt_trace_value(struct vt_program *program, struct vt_event_ref ref,
                                      enum vt_role role, uint32_t avoid);

/* The same for BYTES, counted from where it starts, of the key or initialisation vector that ROLE
 * points to; NULL if REF has no such role. Nothing is found of what is no memory. */
const struct vt_trace *vt_trace_bytes(struct vt_program *program, struct vt_event_ref ref,
                                      enum vt_role role, struct vt_range bytes, uint32_t avoid);

/* The same, value only, for side SIDE of predicate PREDICATE of FUNCTION. NULL for a side without
 * node. */
const struct vt_trace *vt_trace_subject(struct vt_program *program, uint32_t function,
                                        uint32_t predicate, unsigned side, uint32_t avoid);

/* The sources found, in an order that only depends on the program. */
const struct vt_source *vt_trace_sources(const struct vt_trace *trace, size_t *count);

/* True if the trace was cut by its budget: there may be more. */
bool vt_trace_is_cut(const struct vt_trace *trace);

/* True if what was asked for may have come through a global, or a field met by its type, that the
 * program can change while it runs: then it need not be the same each time. */
bool vt_trace_passes_variable(const struct vt_trace *trace);

/* True if memory on some way was given to a function that nobody knows, which may have written
 * there: what is told of it is what stood there before. */
bool vt_trace_passes_unknown(const struct vt_trace *trace);

/* True if some source is a constant: NUMBER, or data that hold its four bytes, the lowest first. */
bool vt_trace_has_number(const struct vt_trace *trace, int64_t number);

/* The tags of all ways together, also of those that are not told because a shorter one is. */
uint32_t vt_trace_tags(const struct vt_trace *trace);

/* The calls of the program whose results are part of what was asked for, as far as they were
 * followed, with or without a source behind them; each once, in ARENA. Solves the trace again, and
 * without the calling context of vt_trace_role_at. */
struct vt_site *vt_trace_results(const struct vt_trace *trace, struct vt_arena *arena,
                                 size_t *count);

/* A parameter of a function. */
struct vt_parameter {
    uint32_t function, index;
};

/* The same of the parameters of the program's functions that what was asked for came through. */
struct vt_parameter *vt_trace_parameters(const struct vt_trace *trace, struct vt_arena *arena,
                                         size_t *count);

/* A step of the way from a source to where the question was asked. */
struct vt_flow_step {
    enum {
        VT_STEP_SOURCE,
        VT_STEP_FLOW,
        VT_STEP_CALL,
        VT_STEP_RETURN,
        VT_STEP_GLOBAL,
        VT_STEP_SINK
    } kind;
    uint32_t function;          /* where; CALL, RETURN: the caller; GLOBAL: who reads it */
    const struct vt_unit *unit; /* whose tables location and names refer to */
    uint32_t location;          /* or VT_NONE */
    uint32_t tags;              /* what happened to the data on the edge that leads here */
    uint32_t callee;            /* CALL, RETURN: the function entered or left; else VT_NONE */
    uint32_t call;              /* CALL, RETURN: the call, of `function`; else VT_NONE */
    uint32_t index;             /* CALL: number of the parameter */
    const char *name;           /* GLOBAL: its name; else NULL */
};

/* The shortest way from SOURCE, in flow order, source first and sink last; in ARENA. Steps at one
 * place are one, and of a callee passed through only call and return are told when the way gets
 * very long (it may double with every call). */
struct vt_flow_step *vt_trace_steps(const struct vt_trace *trace, const struct vt_source *source,
                                    struct vt_arena *arena, size_t *count);

/* What to ask of an event in the calling context of a flow; with `value_only`, as vt_trace_value.
 */
struct vt_asked {
    struct vt_event_ref ref;
    enum vt_role role;
    const char *field; /* of the handle in ROLE, or NULL */
    uint32_t avoid;
    bool value_only;
    bool is_of_end; /* it is about what was read where the steps end, wherever it was kept since */
};

/* Asks as vt_trace_role does, but a function that the NSTEPS STEPS of a flow enter, or leave, by
 * some calls is entered and left by these alone: with which path was the handle opened that these
 * data were read from? (Not one that they enter and leave again: it is anybody's.) What came
 * through a global is free of that, unless it was read where the steps end and the question is of
 * that. Not cached: for findings. */
const struct vt_trace *vt_trace_role_at(struct vt_program *program, const struct vt_asked *asked,
                                        const struct vt_flow_step *steps, size_t nsteps);

/* ---- Guards ------------------------------------------------------------------------------ */

/* One condition that stands before a place. */
struct vt_condition_ref {
    uint32_t function, predicate;
    bool holds, always;
};

/* The conditions that stand before call or event in its own function; in ARENA. GUARDS is the
 * `guards` of a vt_call or vt_event of FUNCTION. */
struct vt_condition_ref *vt_program_conditions(const struct vt_program *program, uint32_t function,
                                               uint32_t guards, struct vt_arena *arena,
                                               size_t *count);

/* Tells whether a condition counts; CONTEXT is the asker's. */
typedef bool (*vt_condition_test)(struct vt_program *program, struct vt_condition_ref condition,
                                  void *context);

/* True if on every way from an entry of the program to the event some condition that passes TEST
 * holds: in its own function, or at every call site on the way there. It is one that always holds,
 * or one of alternatives (vt_guard.either) all of which pass. */
bool vt_program_is_guarded(struct vt_program *program, struct vt_event_ref event,
                           vt_condition_test test, void *context);

/* ---- Obligations --------------------------------------------------------------------------- */

/* True if on every way from an entry of the program to the event a check of class CHECK_CLASS or
 * below ("check.signature") came out well: a condition stands there that only a result that means
 * success passes. The result may come through functions of the program; then whatever they return
 * that passes the condition must be justified by a check in them. */
bool vt_program_is_checked(struct vt_program *program, struct vt_event_ref event,
                           const char *check_class);

/* True if CONDITION compares with a number, and of a result that it tests passes only what means
 * SUCCESS. Whether it tests the result of a check is for a trace of its subject to say. */
bool vt_condition_means(const struct vt_program *program, struct vt_condition_ref condition,
                        enum vt_success success);

/* True if CONDITION compares with a number, and what it tests is not NUMBER where it stands. */
bool vt_condition_excludes(const struct vt_program *program, struct vt_condition_ref condition,
                           int64_t number);

/* True if the verdicts of FACTS are that it returns at all: it gives back nothing, and ends the
 * program where a check comes out badly. */
bool vt_ends_or_returns(const struct vt_function *facts);

/* True if FUNCTION returns the number of its verdict VERDICT, there, only after such a check came
 * out well in it. */
bool vt_program_is_justified(struct vt_program *program, uint32_t function, uint32_t verdict,
                             const char *check_class);

#ifdef __cplusplus
}
#endif
#endif
