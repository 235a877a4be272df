/* See kept.h. */
#include "checkers/shared/trapdoor/kept.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/trapdoor/pretext.h"
#include "checkers/shared/trapdoor/reckoned.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/trapdoor/trap.h"
#include "checkers/shared/trapdoor/word.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { MOST_BELOW = 3 }; /* functions one in another that say something */

static bool is_change(const struct vt_unit *unit, const struct vt_event *event) {
    return vt_class_is(vt_string(unit->strings, event->class_name), "privilege.change");
}

/* True if event REF takes rights that it names: others than root's. */
static bool gives_up(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].constant->kind != VT_CONSTANT_INT ||
            sources[i].constant->number != 0)
            return true;
    return false;
}

/* True if an event before REF does so, and PREDICATE decides on it as well. */
static bool is_repeated(struct vt_program *program, struct vt_event_ref ref, uint32_t predicate) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    for (uint32_t e = 0; e < ref.event; e++)
        if (vt_list_has(facts, facts->events[e].guards, predicate) &&
            is_change(unit, &facts->events[e]) &&
            gives_up(program, (struct vt_event_ref){ref.function, e}))
            return true;
    return false;
}

/* ---- What else stands there -------------------------------------------------------------- */

/* True if EVENT says something. */
static bool is_message(const struct vt_unit *unit, const struct vt_event *event) {
    const char *class_name = vt_string(unit->strings, event->class_name);
    return vt_class_is(class_name, "terminal.write") || vt_class_is(class_name, "log.write") ||
           vt_class_is(class_name, "io.write");
}

/* True if those are refused, by a call that does not come back, of whom what CALL returns says so.
 */
static bool decides_refusal(const struct vt_function *facts, uint32_t call) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (from->kind != VT_NODE_RESULT || from->ref != call || to->kind != VT_NODE_SUBJECT)
            continue;
        for (uint32_t c = 0; c < facts->ncalls; c++)
            if (facts->calls[c].noreturn && vt_list_needs(facts, facts->calls[c].guards, to->ref))
                return true;
    }
    return false;
}

/* True if what has guard list LIST is done on one side of the predicate of GUARD, or on that side
 * of it together with others. */
static bool stands_beside(const struct vt_function *facts, uint32_t list,
                          const struct vt_guard *guard) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].predicate == guard->predicate &&
            (guards[g].always || (guards[g].either && guards[g].holds == guard->holds)))
            return true;
    return false;
}

/* True if all that stands in guard list A of FACTS on every way does so in list B. */
static bool covers(const struct vt_function *facts, uint32_t a, uint32_t b) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, a, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].always && !vt_list_needs(facts, b, guards[g].predicate))
            return false;
    return true;
}

/* True if the program ends after what has guard list LIST is done: it is told why. */
static bool is_last_word(const struct vt_unit *unit, const struct vt_function *facts,
                         uint32_t list) {
    for (uint32_t e = 0; list != VT_NONE && e < facts->nevents; e++) {
        uint32_t end = facts->events[e].guards;
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "process.end") &&
            end != VT_NONE && covers(facts, list, end) && covers(facts, end, list))
            return true;
    }
    return false;
}

/* True if all that the functions that SITE calls do, and DEPTH below them, is to say something. */
static bool only_says(struct vt_program *program, struct vt_site site, unsigned depth) {
    const uint32_t *targets;
    size_t count = vt_program_targets(program, site, &targets);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_function *facts = vt_program_function(program, targets[i], &unit);
        if (facts->ncalls && !depth)
            return false;
        for (uint32_t e = 0; e < facts->nevents; e++)
            if (vt_has_consequence(unit, &facts->events[e]) && !is_message(unit, &facts->events[e]))
                return false;
        for (uint32_t c = 0; c < facts->ncalls; c++)
            if (!only_says(program, (struct vt_site){targets[i], c}, depth - 1))
                return false;
    }
    return count > 0;
}

/* True if under GUARD FUNCTION does nothing that goes on but say something and change rights, or
 * with ASKS ask who decides. */
static bool stands_alone(struct vt_program *program, uint32_t function,
                         const struct vt_guard *guard, bool asks) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (!facts->calls[c].noreturn && stands_beside(facts, facts->calls[c].guards, guard) &&
            !is_last_word(unit, facts, facts->calls[c].guards) &&
            !(asks ? vt_calls_decider(program, (struct vt_site){function, c}) ||
                         decides_refusal(facts, c)
                   : only_says(program, (struct vt_site){function, c}, MOST_BELOW)))
            return false;
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        if (vt_has_consequence(unit, event) && !(is_change(unit, event) && !asks) &&
            !is_message(unit, event) && stands_beside(facts, event->guards, guard) &&
            !is_last_word(unit, facts, event->guards))
            return false;
    }
    return true;
}

/* True if FACTS return something else where PREDICATE holds than where it does not, or what CALL
 * returned: who is not asked about may be refused. */
static bool answers(const struct vt_function *facts, uint32_t predicate, uint32_t call) {
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (vt_list_needs(facts, facts->verdicts[v].guards, predicate))
            return true;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (vt_node_is(&facts->nodes[edges[e].from], (struct vt_node){VT_NODE_RESULT, 0, call}))
            return true;
    return false;
}

/* ---- Reasons ----------------------------------------------------------------------------- */

/* What CONDITION says of what is in the environment, or of who uses the program, if it is nothing
 * that everybody knows, and no text mentions it. */
static const char *user_words(struct vt_check *check, struct vt_condition_ref condition) {
    enum { SHORTEST = 3 };
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(program, condition, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_trigger *trigger = &triggers[i];
        bool is_user = vt_class_is(trigger->class_name, "host.user");
        bool is_set = vt_class_is(trigger->class_name, "environment");
        bool is_person = is_user && trigger->has_number && !trigger->mask &&
                         trigger->number >= VT_FIRST_PERSON && trigger->number <= VT_LAST_PERSON;
        bool is_letter = is_set && trigger->has_number && trigger->number > ' ';
        bool is_word = trigger->text && trigger->size >= SHORTEST &&
                       !vt_word_is_public(program, trigger->text) &&
                       !vt_trap_is_documented(program, trigger->text);
        if (trigger->always && trigger->test == VT_TEST_EQUAL &&
            (is_person || is_letter || ((is_user || is_set) && is_word)))
            return trigger->words;
    }
    return NULL;
}

const char *vt_odd_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_pretext pretext;
    struct vt_spelled spelled;
    if (vt_pretext_at(check, condition, &pretext))
        return pretext.words;
    if (vt_spelled_at(vt_check_program(check), condition, &spelled))
        return vt_spelled_words(&spelled, vt_check_arena(check));
    return user_words(check, condition);
}

/* The odd reason for which what stands under list LIST of FUNCTION is left out, and nothing else;
 * then in *CONDITION. NULL if there is none. */
static const char *reason_in(struct vt_check *check, uint32_t function, uint32_t list, bool asks,
                             struct vt_condition_ref *condition) {
    struct vt_program *program = vt_check_program(check);
    uint32_t nguards;
    const struct vt_guard *guards =
        vt_function_guards(vt_program_function(program, function, NULL), list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        *condition = (struct vt_condition_ref){function, guard->predicate, !guard->holds, true};
        if ((!guard->always && !guard->either) || !stands_alone(program, function, guard, asks))
            continue;
        const char *words = vt_odd_words(check, *condition);
        if (!words && asks)
            words = vt_reckoned_words(check, *condition);
        if (words)
            return words;
    }
    return NULL;
}

/* True if what decides PREDICATE is what REF changes the user to, as it is. */
static bool tests_target(const struct vt_function *facts, uint32_t predicate, uint32_t event) {
    uint32_t ntested, ntargets;
    const struct vt_edge *tested =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &ntested);
    const struct vt_edge *targets =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, VT_ROLE_TARGET, event}, &ntargets);
    for (uint32_t t = 0; t < ntested; t++)
        for (uint32_t e = 0; e < ntargets; e++)
            if (tested[t].from == targets[e].from && tested[t].rewrite == targets[e].rewrite &&
                !tested[t].tags && !targets[e].tags)
                return true;
    return false;
}

const char *vt_kept_number_words(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    const struct vt_event *event = &facts->events[ref.event];
    uint32_t list = event->guards;
    if (!is_change(unit, event) || list == VT_NONE || !gives_up(program, ref))
        return NULL;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
        if (guard->always && predicate->has_number && !predicate->mask &&
            (predicate->compare == VT_EQ ? !guard->holds
                                         : predicate->compare == VT_NE && guard->holds) &&
            predicate->number >= VT_FIRST_PERSON && predicate->number <= VT_LAST_PERSON &&
            tests_target(facts, guard->predicate, ref.event) &&
            stands_alone(program, ref.function, guard, false))
            return vt_alloc_format(vt_check_arena(check), "the user that it works for is %lld",
                                   (long long)predicate->number);
    }
    return NULL;
}

/* True if the user that REF changes to is reckoned from what is at EDGE's beginning, and that is a
 * user's number as it is: somebody is looked up by it, or becomes it elsewhere. */
static bool is_reckoned(const struct vt_unit *unit, const struct vt_function *facts,
                        const struct vt_edge *edge) {
    const uint32_t reckons = VT_TAG_ARITHMETIC | VT_TAG_XOR;
    if (!(edge->tags & reckons) || facts->nodes[edge->from].kind == VT_NODE_CONSTANT)
        return false;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *other = &facts->edges[e];
        const struct vt_node *to = &facts->nodes[other->to];
        if (other->from != edge->from || other->rewrite != edge->rewrite ||
            other->tags != (edge->tags & ~reckons) || to->kind != VT_NODE_IN ||
            to->index != VT_ROLE_TARGET)
            continue;
        const struct vt_event *event = &facts->events[to->ref];
        if (is_change(unit, event) ||
            vt_class_is(vt_string(unit->strings, event->class_name), "host.user"))
            return true;
    }
    return false;
}

bool vt_kept_is_reckoned(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_IN, VT_ROLE_TARGET, ref.event}, &count);
    for (uint32_t e = 0; e < count && is_change(unit, &facts->events[ref.event]); e++)
        if (is_reckoned(unit, facts, &edges[e]))
            return true;
    return false;
}

const char *vt_kept_words(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_condition_ref condition;
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *words = is_change(unit, event)
                            ? reason_in(check, ref.function, event->guards, false, &condition)
                            : NULL;
    return words && gives_up(program, ref) && !is_repeated(program, ref, condition.predicate)
               ? words
               : NULL;
}

const char *vt_unasked_words(struct vt_check *check, struct vt_site site,
                             struct vt_condition_ref *condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, site.function, NULL);
    if (!vt_calls_decider(program, site))
        return NULL;
    const char *words =
        reason_in(check, site.function, facts->calls[site.call].guards, true, condition);
    return words && !answers(facts, condition->predicate, site.call) ? words : NULL;
}
