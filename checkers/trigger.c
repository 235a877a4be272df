/* See trigger.h. */
#include "checkers/trigger.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "engine/arena.h"
#include "engine/strings.h"

enum {
    MOST_CALLS = 6, /* from the condition to the event */
    MOST_SITES = 64,
    MOST_RESULTS = 3, /* of functions, each the result of what is tested in it */
};

/* Ways on which what is tested is not what was measured. The outcome of a comparison is followed
 * into the function that made it. */
#define NOT_MEASURED                                                                               \
    (VT_TAG_HANDLE | VT_TAG_ASSUMED | VT_TAG_FIELD | VT_TAG_LENGTH | VT_TAG_COMPARED)

/* ---- What is measured -------------------------------------------------------------------- */

static enum vt_measure measure_of_origin(struct vt_program *program,
                                         const struct vt_source *source) {
    static const struct {
        const char *class_name;
        enum vt_measure measure;
    } measures[] = {
        {"network", VT_MEASURE_NETWORK},
        {"ipc", VT_MEASURE_NETWORK},
        {"terminal.read", VT_MEASURE_TERMINAL},
        {"secret.credential", VT_MEASURE_TERMINAL},
        {"argument", VT_MEASURE_ARGUMENT},
        {"environment", VT_MEASURE_ENVIRONMENT},
        {"io.read", VT_MEASURE_FILE},
        {"file", VT_MEASURE_FILE},
        {"clock", VT_MEASURE_CLOCK},
        {"host", VT_MEASURE_HOST},
        {"random", VT_MEASURE_RANDOM},
    };
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, measures[i].class_name))
            return measures[i].measure;
    return VT_MEASURE_NONE;
}

enum vt_measure vt_measure_of(struct vt_program *program, const struct vt_source *source) {
    if (source->kind == VT_SOURCE_PARAMETER &&
        strcmp(vt_program_function_name(program, source->function), "main") == 0)
        return VT_MEASURE_ARGUMENT;
    return measure_of_origin(program, source);
}

const char *vt_measure_words(enum vt_measure measure) {
    static const char *const words[] = {
        [VT_MEASURE_NONE] = "something",
        [VT_MEASURE_FILE] = "what is read from a file",
        [VT_MEASURE_ENVIRONMENT] = "a variable of the environment",
        [VT_MEASURE_ARGUMENT] = "an argument of the command line",
        [VT_MEASURE_TERMINAL] = "what is typed",
        [VT_MEASURE_NETWORK] = "what arrives from the network",
        [VT_MEASURE_RANDOM] = "a random number",
        [VT_MEASURE_HOST] = "what tells this host apart",
        [VT_MEASURE_CLOCK] = "the time",
    };
    return words[measure];
}

/* One side of a comparison: what it measures, and the constants among its sources. */
static void read_side(struct vt_program *program, const struct vt_trace *trace,
                      struct vt_trigger *trigger, bool texts) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        enum vt_measure measure = vt_measure_of(program, &sources[i]);
        const char *text = vt_source_text(&sources[i]);
        if (measure > trigger->measure) {
            trigger->measure = measure;
            trigger->trace = trace;
            trigger->source = &sources[i];
        }
        if (!texts || !*text)
            continue;
        trigger->nconstants++;
        trigger->concealed |= sources[i].constant->concealed;
        if (strlen(text) > strlen(trigger->text))
            trigger->text = text;
    }
}

/* ---- Conditions -------------------------------------------------------------------------- */

/* How LEFT stands to RIGHT where PREDICATE holds, or does not. */
static enum vt_relation relation_of(enum vt_compare compare, bool holds) {
    switch (compare) {
    case VT_EQ:
        return holds ? VT_RELATION_EQUAL : VT_RELATION_UNEQUAL;
    case VT_NE:
        return holds ? VT_RELATION_UNEQUAL : VT_RELATION_EQUAL;
    case VT_UGT:
    case VT_UGE:
    case VT_SGT:
    case VT_SGE:
        return holds ? VT_RELATION_ABOVE : VT_RELATION_BELOW;
    default:
        return holds ? VT_RELATION_BELOW : VT_RELATION_ABOVE;
    }
}

/* A comparison of texts by a library function, whose result CONDITION tests. */
static void read_comparison(struct vt_program *program, struct vt_event_ref compare,
                            struct vt_trigger *trigger) {
    const struct vt_event *event = vt_program_event(program, compare, NULL);
    trigger->compare = compare;
    read_side(program, vt_trace_role(program, compare, VT_ROLE_LEFT, NULL, NOT_MEASURED), trigger,
              true);
    read_side(program, vt_trace_role(program, compare, VT_ROLE_RIGHT, NULL, NOT_MEASURED), trigger,
              true);
    if (vt_condition_means(program, trigger->condition, (enum vt_success)event->success))
        trigger->relation = VT_RELATION_EQUAL;
    else if (trigger->relation == VT_RELATION_EQUAL)
        trigger->relation = VT_RELATION_UNEQUAL; /* another result is what is asked for */
}

/* The comparison whose result CONDITION tests; event VT_NONE if it is none of its function. */
static struct vt_event_ref tested_comparison(const struct vt_function *facts,
                                             struct vt_condition_ref condition) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_SUBJECT && to->ref == condition.predicate &&
            from->kind == VT_NODE_OUTCOME && !(facts->edges[e].tags & VT_TAG_COMPARED) &&
            facts->events[from->ref].fact == VT_FACT_COMPARE)
            return (struct vt_event_ref){condition.function, from->ref};
    }
    return (struct vt_event_ref){condition.function, VT_NONE};
}

/* Numbers that are compared as they are. */
static void read_numbers(struct vt_program *program, const struct vt_predicate *predicate,
                         struct vt_trigger *trigger) {
    struct vt_condition_ref condition = trigger->condition;
    trigger->compare = (struct vt_event_ref){VT_NONE, VT_NONE};
    read_side(program,
              vt_trace_subject(program, condition.function, condition.predicate, 0, NOT_MEASURED),
              trigger, false);
    trigger->number = predicate->number;
    trigger->nconstants = 1;
}

/* What CONDITION is about; false if it is no trigger that SEARCH asks for. */
static bool read_condition(struct vt_program *program, struct vt_condition_ref condition,
                           const struct vt_trigger_search *search, struct vt_trigger *trigger) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    *trigger = (struct vt_trigger){
        .condition = condition,
        .relation = relation_of((enum vt_compare)predicate->compare, condition.holds),
        .text = "",
    };
    if (!predicate->has_number || vt_predicate_returned(predicate))
        return false;
    struct vt_event_ref compare = tested_comparison(facts, condition);
    if (compare.event != VT_NONE)
        read_comparison(program, compare, trigger);
    else if (search->wants(predicate->number))
        read_numbers(program, predicate, trigger);
    return trigger->measure != VT_MEASURE_NONE && trigger->nconstants > 0;
}

bool vt_is_day(int64_t number) {
    return number > 1262304000 && number < INT64_C(4102444800); /* 2010 to 2100 */
}

/* ---- The ways to an event ---------------------------------------------------------------- */

struct walk {
    struct vt_check *check;
    const struct vt_trigger_search *search;
    uint32_t functions[MOST_SITES]; /* whose callers were asked for */
    size_t nfunctions;
};

static bool passes(const struct vt_predicate *predicate, bool holds, int64_t number) {
    bool is_equal = number == predicate->number, is_less = number < predicate->number;
    switch (predicate->compare) {
    case VT_EQ:
        return is_equal == holds;
    case VT_NE:
        return is_equal != holds;
    case VT_SLT:
    case VT_ULT:
        return is_less == holds;
    case VT_SLE:
    case VT_ULE:
        return (is_less || is_equal) == holds;
    case VT_SGT:
    case VT_UGT:
        return (is_less || is_equal) != holds;
    default:
        return is_less != holds;
    }
}

static void visit_condition(struct walk *walk, struct vt_condition_ref condition, unsigned results);

static void visit_list(struct walk *walk, uint32_t function, uint32_t guards, unsigned results) {
    size_t count;
    struct vt_condition_ref *conditions = vt_program_conditions(
        vt_check_program(walk->check), function, guards, vt_check_arena(walk->check), &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always)
            visit_condition(walk, conditions[i], results);
}

/* What stands before the constants of FUNCTION that PREDICATE lets pass. */
static void visit_verdicts(struct walk *walk, uint32_t function,
                           const struct vt_predicate *predicate, bool holds, unsigned results) {
    const struct vt_function *facts =
        vt_program_function(vt_check_program(walk->check), function, NULL);
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (passes(predicate, holds, facts->verdicts[v].number))
            visit_list(walk, function, facts->verdicts[v].guards, results);
}

/* The call whose result CONDITION tests, just so; VT_NONE if it tests something else. */
static uint32_t tested_call(const struct vt_function *facts, struct vt_condition_ref condition) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_SUBJECT && to->ref == condition.predicate &&
            from->kind == VT_NODE_RESULT && !facts->edges[e].tags)
            return from->ref;
    }
    return VT_NONE;
}

static void visit_condition(struct walk *walk, struct vt_condition_ref condition,
                            unsigned results) {
    struct vt_program *program = vt_check_program(walk->check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    uint32_t call = results ? tested_call(facts, condition) : VT_NONE;
    struct vt_trigger trigger;
    if (call != VT_NONE && predicate->has_number) {
        const uint32_t *targets;
        struct vt_site site = {condition.function, call};
        size_t count = vt_program_targets(program, site, &targets);
        for (size_t i = 0; i < count; i++)
            visit_verdicts(walk, targets[i], predicate, condition.holds, results - 1);
    }
    if (read_condition(program, condition, walk->search, &trigger))
        walk->search->visit(walk->check, &trigger, walk->search->context);
}

static void visit_callers(struct walk *walk, uint32_t function, unsigned calls) {
    struct vt_program *program = vt_check_program(walk->check);
    const struct vt_site *sites;
    for (size_t i = 0; i < walk->nfunctions; i++)
        if (walk->functions[i] == function)
            return;
    if (calls == 0 || walk->nfunctions == MOST_SITES)
        return;
    walk->functions[walk->nfunctions++] = function;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        visit_list(walk, sites[i].function, caller->calls[sites[i].call].guards, MOST_RESULTS);
        visit_callers(walk, sites[i].function, calls - 1);
    }
}

void vt_triggers_before(struct vt_check *check, struct vt_event_ref ref,
                        const struct vt_trigger_search *search) {
    struct walk walk = {.check = check, .search = search};
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, NULL);
    visit_list(&walk, ref.function, event->guards, MOST_RESULTS);
    visit_callers(&walk, ref.function, MOST_CALLS);
}

/* ---- How it stands ----------------------------------------------------------------------- */

static bool has_other_text(struct vt_program *program, struct vt_event_ref ref, const char *text) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    for (size_t side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace = vt_trace_role(program, ref, sides[side], NULL, NOT_MEASURED);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (strlen(vt_source_text(&sources[i])) > 1 &&
                strcmp(vt_source_text(&sources[i]), text) != 0)
                return true;
    }
    return false;
}

unsigned vt_trigger_siblings(struct vt_check *check, const struct vt_trigger *trigger) {
    struct vt_program *program = vt_check_program(check);
    struct vt_condition_ref condition = trigger->condition;
    uint32_t function =
        trigger->compare.function == VT_NONE ? condition.function : trigger->compare.function;
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    unsigned siblings = 0;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct vt_event_ref ref = {function, e};
        if (facts->events[e].fact == VT_FACT_COMPARE && has_other_text(program, ref, trigger->text))
            siblings++;
    }
    return siblings + trigger->nconstants - 1;
}

static bool mentions(const char *text, const char *word) {
    const char *at = strstr(text, word);
    return at && strlen(text) > strlen(word);
}

bool vt_is_documented(struct vt_program *program, const char *word) {
    for (uint32_t u = 0; u < vt_program_nunits(program); u++) {
        const struct vt_unit *unit = vt_program_unit(program, u, NULL);
        for (uint32_t c = 0; c < unit->nconstants; c++)
            if (unit->constants[c].kind == VT_CONSTANT_TEXT &&
                mentions(vt_string(unit->strings, unit->constants[c].text), word))
                return true;
    }
    return false;
}

/* ---- Words ------------------------------------------------------------------------------- */

static const char *number_words(struct vt_check *check, const struct vt_trigger *trigger) {
    int64_t number = trigger->number;
    time_t time = (time_t)number;
    struct tm day;
    char text[32];
    if (trigger->measure == VT_MEASURE_CLOCK && vt_is_day(number) && gmtime_r(&time, &day)) {
        strftime(text, sizeof text, "%Y-%m-%d", &day);
        return vt_alloc_text(vt_check_arena(check), text);
    }
    if (number > 0xffff)
        return vt_alloc_format(vt_check_arena(check), "0x%" PRIx64, number);
    return vt_alloc_format(vt_check_arena(check), "%" PRId64, number);
}

const char *vt_trigger_words(struct vt_check *check, const struct vt_trigger *trigger) {
    static const char *const relations[] = {
        [VT_RELATION_EQUAL] = "is",
        [VT_RELATION_UNEQUAL] = "is not",
        [VT_RELATION_ABOVE] = "is past",
        [VT_RELATION_BELOW] = "is before",
    };
    const char *what = vt_measure_words(trigger->measure), *how = relations[trigger->relation];
    struct vt_arena *arena = vt_check_arena(check);
    if (*trigger->text)
        return vt_alloc_format(arena, "%s %s \"%s\"", what, how, trigger->text);
    return vt_alloc_format(arena, "%s %s %s", what, how, number_words(check, trigger));
}

void vt_trigger_path(struct vt_check *check, struct vt_finding *finding,
                     const struct vt_trigger *trigger, const char *last) {
    vt_finding_path(check, finding, trigger->trace, trigger->source, "It is measured here",
                    "It is held against a constant here");
    vt_finding_path(check, finding, NULL, NULL, NULL, last);
}
