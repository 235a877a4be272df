/* See unasked.h. */
#include "checkers/shared/trapdoor/unasked.h"

#include <ctype.h>

#include "checkers/shared/channel/intake.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "engine/base/strings.h"

enum { MOST_CALLS = 4 }; /* from who uses a library to where its data are looked at */

/* True if the models say that the library call of EVENT makes an object of CLASS_NAME (NULL: any),
 * which whoever calls gets. */
static bool makes(struct vt_program *program, const struct vt_unit *unit,
                  const struct vt_event *event, const char *class_name) {
    size_t count = 0;
    const struct vt_row *rows = vt_models_find(vt_program_models(program),
                                               vt_string(unit->strings, event->function), &count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].fact == VT_FACT_ALLOC &&
            (!class_name || vt_class_is(rows[i].class_name, class_name)))
            return true;
    return false;
}

/* True if PREDICATE tells a handle that was not got from one that was; then *FAILS: it holds for
 * the former. */
static bool tells_failure(const struct vt_predicate *predicate, bool *fails) {
    bool is_none = predicate->has_number && !predicate->mask &&
                   (predicate->number == 0 || predicate->number == -1);
    *fails = predicate->compare == VT_EQ || predicate->compare == VT_SLT;
    return is_none && (*fails || predicate->compare == VT_NE || predicate->compare == VT_SGE ||
                       predicate->compare == VT_SGT);
}

/* True if guard list LIST of FACTS says that PREDICATE HOLDS, or not: always, or as one of several
 * reasons. */
static bool stands_under(const struct vt_function *facts, uint32_t list, uint32_t predicate,
                         bool holds) {
    bool found = false;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        if (guard->predicate != predicate)
            continue;
        if (guard->holds != holds && guard->always)
            return false;
        found |= guard->holds == holds && (guard->always || guard->either);
    }
    return found;
}

/* True if anything is done, or returned, in FACTS because PREDICATE holds, or not. */
static bool has_branch(const struct vt_function *facts, uint32_t predicate, bool holds) {
    bool found = false;
    for (uint32_t c = 0; c < facts->ncalls && !found; c++)
        found = stands_under(facts, facts->calls[c].guards, predicate, holds);
    for (uint32_t e = 0; e < facts->nevents && !found; e++)
        found = stands_under(facts, facts->events[e].guards, predicate, holds);
    for (uint32_t v = 0; v < facts->nverdicts && !found; v++)
        found = stands_under(facts, facts->verdicts[v].guards, predicate, holds);
    for (uint32_t s = 0; s < facts->nsettings && !found; s++)
        found = stands_under(facts, facts->settings[s].guards, predicate, holds);
    return found;
}

/* True if something is done where there is no such handle as OUTCOME of FACTS is, or it is returned
 * or kept for others, who may ask. */
static bool is_missed(const struct vt_function *facts, uint32_t outcome) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        bool fails;
        if (from->kind != VT_NODE_OUTCOME || from->ref != outcome)
            continue;
        if (to->kind == VT_NODE_RETURN || to->kind == VT_NODE_OUT || to->kind == VT_NODE_GLOBAL ||
            to->kind == VT_NODE_TYPE || to->kind == VT_NODE_HUB)
            return true;
        if (to->kind == VT_NODE_SUBJECT && (!tells_failure(&facts->predicates[to->ref], &fails) ||
                                            has_branch(facts, to->ref, fails)))
            return true;
    }
    return false;
}

/* The event of what is made by the call of REF, or VT_NONE: nothing is done with it. */
static uint32_t made_by(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_ALLOC &&
            vt_is_same_call(program, ref, (struct vt_event_ref){ref.function, e}))
            return e;
    return VT_NONE;
}

bool vt_is_unheeded(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    bool is_program = vt_class_is(class_name, "exec.program");
    if (event->success == VT_RESULT_UNUSED)
        return !is_program || makes(program, unit, event, "process");
    if (is_program || !makes(program, unit, event, NULL))
        return false;
    uint32_t made = made_by(program, ref);
    return made == VT_NONE || (vt_class_is(class_name, "file") &&
                               !is_missed(vt_program_function(program, ref.function, NULL), made));
}

/* True if it is found which file REF reads, by its name in the program; where all may write,
 * anybody may have put it. */
static bool is_named(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&names[i]) &&
            !vt_is_place(program, vt_source_text(&names[i]), "transient"))
            return true;
    return false;
}

bool vt_is_of_named_file(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && !vt_trace_is_cut(trace); i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read") &&
            is_named(program, sources[i].event))
            return true;
    return false;
}

bool vt_is_own_text(const struct vt_source *source) {
    return source->kind == VT_SOURCE_CONSTANT && source->constant->kind == VT_CONSTANT_TEXT &&
           *vt_source_text(source);
}

static bool is_said(struct vt_program *program, const struct vt_trace *trace) {
    return vt_find_source(program, trace, VT_FACT_ORIGIN, "argument") ||
           vt_find_source(program, trace, VT_FACT_ORIGIN, "environment") ||
           vt_find_source(program, trace, VT_FACT_ORIGIN, "terminal.read");
}

bool vt_is_worked_on(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool is_read = false;
    if (trace && vt_trace_is_cut(trace))
        return !is_said(program, trace);
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind == VT_SOURCE_CONSTANT && !vt_is_own_text(&sources[i]))
            continue;
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read") ||
            is_named(program, sources[i].event))
            return false;
        is_read = true;
    }
    return is_read;
}

bool vt_is_bidden(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        for (unsigned side = 0; side < 2 && conditions[i].always; side++)
            if (is_said(program, vt_trace_subject(program, ref.function, conditions[i].predicate,
                                                  side, VT_TAG_HANDLE)))
                return true;
    return false;
}

/* True if PREDICATE holds a number in memory against one that can be a kind of data: a letter is
 * what lines of text are taken apart by. */
static bool is_kind(const struct vt_predicate *predicate) {
    bool is_letter = predicate->size == 1 && predicate->number < 128 &&
                     (isprint((int)predicate->number) || isspace((int)predicate->number));
    return predicate->size > 0 && predicate->has_number && !predicate->mask &&
           predicate->number > 1 && !is_letter;
}

/* True if side SIDE of PREDICATE of FACTS is computed. */
static bool is_computed(const struct vt_function *facts, uint32_t predicate, uint8_t side) {
    struct vt_node subject = {VT_NODE_SUBJECT, side, predicate};
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, subject, &count);
    for (uint32_t e = 0; e < count; e++)
        if (edges[e].tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR))
            return true;
    return false;
}

/* True if PREDICATE of FACTS holds one thing against another, and one is computed (`a == b * 3`),
 * or a length, remainder or sum against a number that it seldom is. */
static bool is_relation(const struct vt_function *facts, uint32_t predicate) {
    const struct vt_predicate *p = &facts->predicates[predicate];
    if (p->has_number)
        return p->number > 1 && p->size == 0;
    return is_computed(facts, predicate, 0) || is_computed(facts, predicate, 1);
}

/* True if PREDICATE asks for bits in memory. */
static bool is_flag(const struct vt_predicate *predicate) {
    return predicate->size > 0 && predicate->has_number && predicate->mask;
}

/* True if what has GUARDS in FUNCTION always stands under a kind, or, IS_ANY, a relation or flag,
 * there or where it alone is called, up to CALLS calls above. */
static bool has_kind(struct vt_check *check, uint32_t function, uint32_t guards, bool is_any,
                     unsigned calls) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_site *sites;
    size_t count;
    const struct vt_condition_ref *list =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_predicate *p = &facts->predicates[list[i].predicate];
        bool is_equal = p->compare == (list[i].holds ? VT_EQ : VT_NE);
        if (list[i].always && ((is_equal && is_kind(p)) || (is_any && is_flag(p)) ||
                               (is_any && is_equal && is_relation(facts, list[i].predicate))))
            return true;
    }
    if (!calls || vt_program_callers(program, function, &sites) != 1)
        return false;
    facts = vt_program_function(program, sites[0].function, NULL);
    return has_kind(check, sites[0].function, facts->calls[sites[0].call].guards, is_any,
                    calls - 1);
}

bool vt_has_kind(struct vt_check *check, struct vt_event_ref ref, bool is_any) {
    uint32_t guards = vt_program_event(vt_check_program(check), ref, NULL)->guards;
    struct vt_spelled spelled;
    return has_kind(check, ref.function, guards, is_any, MOST_CALLS) ||
           (is_any && vt_spelled_before(vt_check_program(check), ref, &spelled));
}

bool vt_is_received(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_is_network(program, &sources[i]))
            return true;
    return false;
}

bool vt_is_open(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return true;
    return trace && (count == 0 || vt_trace_is_cut(trace));
}
