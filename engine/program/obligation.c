/* Obligations: whether a check came out well on every way to an event.
 *
 * Requires: a linked program. Gives: vt_program_is_checked. Breaks: nothing.
 *
 * A condition counts if only success of a check passes it. What it tests is followed back within
 * its function to the check, or to calls; of a function that is called, each constant it returns
 * that passes the condition must itself stand behind a condition that counts. What is followed no
 * further so (through memory that others share, parameters, arithmetic) is asked of a trace, which
 * tells that a check's result gets there, and not that nothing else does.
 */
#include <assert.h>
#include <string.h>

#include "engine/base/strings.h"
#include "engine/program/leaves.h"
#include "engine/program/program_impl.h"

enum { MAX_DEPTH = 6, MAX_WORK = 4096, MAX_FLAGS = 3 };

#define HARMLESS VT_TAG_TRUNCATE

/* "The value compares so with the number", or that it does not. */
struct asked {
    enum vt_compare compare;
    int64_t number;
    bool holds;
};

struct obligation {
    const char *class_name;
    uint32_t checks; /* that were found to justify something */
    uint32_t work;
    unsigned depth;
    unsigned flags; /* that rely on each other */
    struct {
        uint32_t function;
        struct asked asked;
    } stack[MAX_DEPTH];
};

enum answer { NO, UNKNOWN, YES };

/* ---- Results ----------------------------------------------------------------------------- */

bool vt_result_succeeds(enum vt_success success, int64_t result) {
    switch (success) {
    case VT_SUCCESS_ZERO:
        return result == 0;
    case VT_SUCCESS_ONE:
        return result == 1;
    case VT_SUCCESS_POSITIVE:
        return result > 0;
    case VT_SUCCESS_NOT_NEGATIVE:
        return result >= 0;
    default:
        return result != 0;
    }
}

static bool passes(struct asked asked, int64_t number) {
    return vt_compare_holds(asked.compare, number, asked.number) == asked.holds;
}

/* True if no result but success passes. */
static bool admits_success_only(enum vt_success success, struct asked asked) {
    static const int64_t results[] = {-2, -1, 0, 1, 2};
    bool any = false;
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        if (!passes(asked, results[i]))
            continue;
        any = true;
        /* Checks whose results are 0 and 1 only never give 2. */
        if (!vt_result_succeeds(success, results[i]) &&
            !(success == VT_SUCCESS_ONE && results[i] == 2))
            return false;
    }
    return any;
}

static const struct vt_event *as_check(const struct obligation *obligation,
                                       const struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    bool fits = event->fact == VT_FACT_CHECK &&
                vt_class_is(vt_string(unit->strings, event->class_name), obligation->class_name);
    return fits ? event : NULL;
}

/* ---- Conditions -------------------------------------------------------------------------- */

/* What was found about a value: how many of its origins say what. */
struct found {
    unsigned checked;   /* by a check that came out well */
    unsigned misread;   /* a check's result that passes though it is no success */
    unsigned compared;  /* the outcome of a comparison with a check's result */
    unsigned unchecked; /* a call whose result passes without a check */
    unsigned numbers;   /* constants that pass */
    unsigned unknown;
};

static bool counts(struct vt_program *program, struct vt_condition_ref condition, void *context);
static enum answer ask_call(struct obligation *obligation, struct vt_program *program,
                            uint32_t call, struct asked asked);
static enum answer ask_global(struct obligation *obligation, struct vt_program *program,
                              const struct vt_leaf *leaf, struct asked asked);

static void weigh_event(struct obligation *obligation, struct vt_program *program,
                        struct vt_event_ref ref, uint32_t tags, struct asked asked,
                        struct found *found) {
    const struct vt_event *event = as_check(obligation, program, ref);
    if (!event)
        return;
    if (tags & ~(uint32_t)(HARMLESS | VT_TAG_COMPARED)) {
        found->unknown++;
    } else if (tags & VT_TAG_COMPARED) {
        found->compared++;
    } else if (admits_success_only(event->success, asked)) {
        found->checked++;
        obligation->checks++;
    } else {
        found->misread++;
    }
}

static void weigh_leaf(struct obligation *obligation, struct vt_program *program, uint32_t function,
                       const struct vt_leaf *leaf, struct asked asked, struct found *found) {
    bool plain = !(leaf->tags & ~(uint32_t)HARMLESS);
    enum answer answer;
    switch (leaf->kind) {
    case VT_LEAF_EVENT:
        weigh_event(obligation, program, (struct vt_event_ref){function, leaf->ref}, leaf->tags,
                    asked, found);
        break;
    case VT_LEAF_CALL:
        answer = plain ? ask_call(obligation, program, leaf->ref, asked) : UNKNOWN;
        found->checked += answer == YES;
        found->unchecked += answer == NO;
        found->unknown += answer == UNKNOWN;
        break;
    case VT_LEAF_NUMBER:
        found->numbers += plain && passes(asked, leaf->number);
        break;
    case VT_LEAF_OTHER:
        answer = plain && program->nodes[leaf->node].kind == VT_NODE_GLOBAL
                     ? ask_global(obligation, program, leaf, asked)
                     : UNKNOWN;
        found->checked += answer == YES;
        found->unknown += answer != YES;
        break;
    }
}

static struct found weigh(struct obligation *obligation, struct vt_program *program,
                          uint32_t function, struct vt_node node, struct asked asked) {
    struct found found = {0};
    struct vt_arena *arena = vt_arena_new();
    struct vt_leaves *leaves = vt_alloc(arena, sizeof *leaves);
    leaves->program = program;
    vt_leaves_find(leaves, function, node, false);
    found.unknown += leaves->cut;
    for (unsigned i = 0; i < leaves->count; i++)
        weigh_leaf(obligation, program, function, &leaves->items[i], asked, &found);
    vt_arena_free(arena);
    return found;
}

/* Whether FUNCTION only returns what passes if a check came out well. */
static enum answer judge(struct obligation *obligation, struct vt_program *program,
                         uint32_t function, struct asked asked) {
    const struct vt_function *facts = program->functions[function].facts;
    unsigned held = 0;
    for (uint32_t i = 0; i < facts->nverdicts; i++) {
        const struct vt_verdict *verdict = &facts->verdicts[i];
        if (!passes(asked, verdict->number))
            continue;
        if (!vt_guards_hold(program, function, verdict->guards, counts, obligation))
            return NO;
        held++;
    }
    struct found found =
        weigh(obligation, program, function, (struct vt_node){.kind = VT_NODE_RETURN}, asked);
    if (found.misread)
        return NO;
    if (held || found.checked)
        return YES; /* results of calls beside it: `if ((e = prepare())) return e;` */
    if (found.unknown || found.compared || facts->flags & VT_FUNCTION_CUT)
        return UNKNOWN;
    return NO;
}

static bool same_asked(struct asked a, struct asked b) {
    return a.compare == b.compare && a.number == b.number && a.holds == b.holds;
}

static enum answer ask_function(struct obligation *obligation, struct vt_program *program,
                                uint32_t function, struct asked asked) {
    for (unsigned i = 0; i < obligation->depth; i++)
        if (obligation->stack[i].function == function &&
            same_asked(obligation->stack[i].asked, asked))
            return YES; /* it is found out further down the stack */
    if (obligation->depth == MAX_DEPTH || ++obligation->work > MAX_WORK)
        return UNKNOWN;
    obligation->stack[obligation->depth].function = function;
    obligation->stack[obligation->depth++].asked = asked;
    enum answer answer = judge(obligation, program, function, asked);
    obligation->depth--;
    return answer;
}

/* The worst of what CALL may call. */
static enum answer ask_call(struct obligation *obligation, struct vt_program *program,
                            uint32_t call, struct asked asked) {
    const struct vt_linked_call *linked = &program->calls[call];
    enum answer worst = linked->count ? YES : NO;
    for (uint32_t i = 0; i < linked->count && worst != NO; i++) {
        enum answer answer =
            ask_function(obligation, program, program->targets[linked->first + i], asked);
        worst = answer < worst ? answer : worst;
    }
    return worst;
}

/* ---- By traces --------------------------------------------------------------------------- */

/* True if the result of a check comes to side SIDE; with IMPLICIT, only if it decided which value
 * that is. */
static bool is_reached(struct obligation *obligation, struct vt_program *program,
                       struct vt_condition_ref condition, unsigned side, bool implicit) {
    const struct vt_predicate *predicate =
        &program->functions[condition.function].facts->predicates[condition.predicate];
    struct asked asked = {predicate->compare, predicate->number, condition.holds};
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_subject(
        program, condition.function, condition.predicate, side, VT_LEAVES_STOP & ~VT_TAG_DECIDED);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_event *event = sources[i].kind == VT_SOURCE_EVENT
                                           ? as_check(obligation, program, sources[i].event)
                                           : NULL;
        bool direct = !(sources[i].tags & (VT_TAG_DECIDED | VT_TAG_COMPARED));
        if (!event || (direct && implicit))
            continue;
        if (!direct || !predicate->has_number || admits_success_only(event->success, asked)) {
            obligation->checks++;
            return true;
        }
    }
    return false;
}

/* ---- Flags ------------------------------------------------------------------------------- */

/* Whether every constant that passes CONDITION became what it tests only after a check came out
 * well. */
static enum answer ask_settings(struct obligation *obligation, struct vt_program *program,
                                struct vt_condition_ref condition, struct asked asked) {
    const struct vt_function *facts = program->functions[condition.function].facts;
    enum answer answer = UNKNOWN;
    if (obligation->flags == MAX_FLAGS || ++obligation->work > MAX_WORK)
        return UNKNOWN;
    obligation->flags++;
    for (uint32_t i = 0; i < facts->nsettings && answer != NO; i++) {
        const struct vt_setting *setting = &facts->settings[i];
        if (setting->predicate == condition.predicate && passes(asked, setting->number))
            answer =
                vt_guards_hold(program, condition.function, setting->guards, counts, obligation)
                    ? YES
                    : NO;
    }
    obligation->flags--;
    return answer;
}

/* What is known of who stores into a global. */
struct stores {
    struct obligation *obligation;
    struct vt_program *program;
    uint32_t entity;
    struct vt_range range;
    struct asked asked;
};

/* Whether each passing constant that FUNCTION stores there is stored after a check only. UNKNOWN:
 * it stores none that is told with its conditions. */
static enum answer ask_stores(const struct stores *stores, uint32_t function) {
    const struct vt_linked_function *f = &stores->program->functions[function];
    enum answer answer = UNKNOWN;
    for (uint32_t i = 0; i < f->facts->nsettings && answer != NO; i++) {
        const struct vt_setting *setting = &f->facts->settings[i];
        if (setting->symbol == VT_NONE || !passes(stores->asked, setting->number) ||
            vt_link_entity(stores->program, f->unit, setting->symbol) != stores->entity ||
            (int64_t)setting->offset < stores->range.low ||
            (int64_t)setting->offset >= stores->range.high)
            continue;
        answer = vt_guards_hold_on_all_ways(stores->program, function, setting->guards, counts,
                                            stores->obligation)
                     ? YES
                     : NO;
    }
    return answer;
}

/* Whether what flows into NODE, the global in one function, is only what a check justified. */
static enum answer ask_member(const struct stores *stores, uint32_t node) {
    const struct vt_program *program = stores->program;
    uint32_t function = program->nodes[node].function;
    const struct vt_unit *unit = vt_unit_of(program, function);
    const struct vt_rewrite *rewrites = program->rewrites->items;
    const struct vt_path path = {.count = 1, .ranges = {stores->range}};
    enum answer worst = YES;
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, node, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_edge *edge = &edges[i];
        const struct vt_linked_node *from = &program->nodes[edge->from];
        struct vt_path before = path;
        if (edge->tags & VT_TAG_DECIDED ||
            (edge->rewrite && !vt_rewrite_backward(&rewrites[edge->rewrite], &path, &before)))
            continue;
        const struct vt_constant *constant =
            from->kind == VT_NODE_CONSTANT ? &unit->constants[from->ref] : NULL;
        bool is_number = constant && constant->kind == VT_CONSTANT_INT;
        if (is_number && !passes(stores->asked, constant->number))
            continue;
        enum answer answer =
            is_number || edge->tags & VT_TAG_COMPARED ? ask_stores(stores, function) : UNKNOWN;
        worst = answer < worst ? answer : worst;
    }
    return worst;
}

/* The same for a flag that is a global: all that anybody stores there. */
static enum answer ask_global(struct obligation *obligation, struct vt_program *program,
                              const struct vt_leaf *leaf, struct asked asked) {
    uint32_t shared = program->nodes[leaf->node].ref, count;
    struct stores stores = {.obligation = obligation,
                            .program = program,
                            .entity = program->shared_entity[shared],
                            .range = leaf->path.ranges[0],
                            .asked = asked};
    if (stores.entity == VT_NONE || leaf->path.count != 1 || obligation->flags == MAX_FLAGS ||
        ++obligation->work > MAX_WORK || passes(asked, 0)) /* it is 0 from the start */
        return UNKNOWN;
    const uint32_t *members = vt_row(&program->members, shared, &count);
    enum answer worst = count ? YES : UNKNOWN;
    obligation->flags++;
    for (uint32_t i = 0; i < count && worst != NO; i++) {
        enum answer answer = ask_member(&stores, members[i]);
        worst = answer < worst ? answer : worst;
    }
    obligation->flags--;
    return worst;
}

/* ---- The question ------------------------------------------------------------------------ */

/* True if only success of a check passes CONDITION; CONTEXT is the obligation. */
static bool counts(struct vt_program *program, struct vt_condition_ref condition, void *context) {
    struct obligation *obligation = context;
    const struct vt_predicate *predicate =
        &program->functions[condition.function].facts->predicates[condition.predicate];
    if (++obligation->work > MAX_WORK)
        return false;
    if (!predicate->has_number)
        return is_reached(obligation, program, condition, 0, false) ||
               is_reached(obligation, program, condition, 1, false);
    struct vt_node subject = {.kind = VT_NODE_SUBJECT, .ref = condition.predicate};
    struct asked asked = {predicate->compare, predicate->number, condition.holds};
    struct found found = weigh(obligation, program, condition.function, subject, asked);
    if (found.misread)
        return false;
    if (found.numbers) {
        enum answer answer = ask_settings(obligation, program, condition, asked);
        if (answer != UNKNOWN)
            return answer == YES && !found.unchecked;
        /* it may as well be that constant; a check may have decided so */
        return is_reached(obligation, program, condition, 0, true);
    }
    if (found.checked)
        return true;
    if (found.unchecked && !found.unknown && !found.compared)
        return false;
    return is_reached(obligation, program, condition, 0, false);
}

/* The number of CHECK_CLASS; 0 if the program makes no checks of it at all. Most make none of most
 * kinds, and then no condition need be followed. */
static uint32_t class_number(struct vt_program *program, const char *check_class) {
    uint32_t *known =
        vt_map_put(&program->check_map, vt_hash_bytes(check_class, strlen(check_class)));
    if (*known == VT_NONE) {
        struct vt_arena *scratch = vt_arena_new();
        size_t count;
        vt_program_events(program, VT_FACT_CHECK, check_class, scratch, &count);
        vt_arena_free(scratch);
        *known = count > 0 ? ++program->ncheck_classes : 0;
    }
    return *known;
}

/* The same as `counts`, and a check was found: not only a circle of functions that rely on each
 * other. All who ask whether something is checked come by the same conditions. */
static bool is_obeyed(struct vt_program *program, struct vt_condition_ref condition,
                      void *context) {
    struct obligation obligation = {.class_name = context};
    uint32_t number = class_number(program, context);
    uint64_t key =
        vt_key(condition.function, condition.predicate << 5 | (number & 15) << 1 | condition.holds);
    if (number > 15)
        return counts(program, condition, &obligation) && obligation.checks > 0;
    uint32_t known = vt_map_get(&program->obeyed_map, key);
    if (known == VT_NONE) {
        known = counts(program, condition, &obligation) && obligation.checks > 0;
        *vt_map_put(&program->obeyed_map, key) = known;
    }
    return known;
}

/* ---- Checks that end the program --------------------------------------------------------- */

bool vt_ends_or_returns(const struct vt_function *facts) {
    for (uint32_t n = 0; n < facts->nnodes; n++)
        if (facts->nodes[n].kind == VT_NODE_RETURN)
            return false;
    return facts->nverdicts > 0;
}

/* True if FUNCTION returns nothing, and only after a check came out well. */
static bool ends_unless_checked(struct vt_program *program, uint32_t function, void *context) {
    const struct vt_function *facts = program->functions[function].facts;
    bool all = vt_ends_or_returns(facts);
    for (uint32_t v = 0; v < facts->nverdicts && all; v++)
        all = vt_guards_hold(program, function, facts->verdicts[v].guards, is_obeyed, context);
    return all;
}

/* True if list A of FUNCTION asks for nothing that list B does not ask for. */
static bool is_implied(const struct vt_function *facts, uint32_t a, uint32_t b) {
    const struct vt_guards *lists = &facts->guards;
    if (a == VT_NONE || a == b)
        return true;
    for (uint32_t i = lists->offsets[a]; i < lists->offsets[a + 1]; i++) {
        const struct vt_guard *guard = &lists->guards[i];
        bool found = false;
        for (uint32_t k = b == VT_NONE ? 0 : lists->offsets[b];
             b != VT_NONE && k < lists->offsets[b + 1] && guard->always; k++)
            found |= lists->guards[k].always && lists->guards[k].predicate == guard->predicate &&
                     lists->guards[k].holds == guard->holds;
        if (!found)
            return false;
    }
    return true;
}

static bool is_before(const struct vt_unit *unit, uint32_t a, uint32_t b) {
    if (a == VT_NONE || b == VT_NONE)
        return false;
    const struct vt_location *first = &unit->locations[a], *second = &unit->locations[b];
    return first->file == second->file &&
           (first->line < second->line ||
            (first->line == second->line && first->column < second->column));
}

/* True if whoever comes to SPOT has called a function that ends the program, or throws, unless a
 * check came out well. Facts do not tell the order of calls; the source does. */
static bool stands_behind_end(struct vt_program *program, const struct vt_spot *spot,
                              void *context) {
    const struct vt_linked_function *f = &program->functions[spot->function];
    const struct vt_unit *unit = vt_unit_of(program, spot->function);
    for (uint32_t c = 0; c < f->facts->ncalls; c++) {
        const struct vt_call *call = &f->facts->calls[c];
        const struct vt_linked_call *linked = &program->calls[f->first_call + c];
        bool ends = linked->count == 1 && is_before(unit, call->location, spot->location) &&
                    is_implied(f->facts, call->guards, spot->guards);
        if (ends && ends_unless_checked(program, program->targets[linked->first], context))
            return true;
    }
    return false;
}

bool vt_program_is_checked(struct vt_program *program, struct vt_event_ref event,
                           const char *check_class) {
    return class_number(program, check_class) &&
           vt_spots_hold_on_all_ways(program, event, is_obeyed, stands_behind_end,
                                     (void *)check_class);
}

bool vt_condition_means(const struct vt_program *program, struct vt_condition_ref condition,
                        enum vt_success success) {
    const struct vt_predicate *predicate =
        &program->functions[condition.function].facts->predicates[condition.predicate];
    struct asked asked = {predicate->compare, predicate->number, condition.holds};
    return predicate->has_number && admits_success_only(success, asked);
}

bool vt_condition_excludes(const struct vt_program *program, struct vt_condition_ref condition,
                           int64_t number) {
    const struct vt_predicate *predicate =
        &program->functions[condition.function].facts->predicates[condition.predicate];
    return predicate->has_number && !predicate->mask &&
           vt_compare_holds(predicate->compare, number, predicate->number) != condition.holds;
}

bool vt_program_is_justified(struct vt_program *program, uint32_t function, uint32_t verdict,
                             const char *check_class) {
    const struct vt_function *facts = program->functions[function].facts;
    assert(verdict < facts->nverdicts);
    return class_number(program, check_class) &&
           vt_guards_hold(program, function, facts->verdicts[verdict].guards, is_obeyed,
                          (void *)check_class);
}
