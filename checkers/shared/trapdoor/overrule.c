/* See overrule.h. */
#include "checkers/shared/trapdoor/overrule.h"

#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/verdict.h"
#include "engine/base/strings.h"

/* ---- Answers ----------------------------------------------------------------------------- */

/* True if the result of CALL of FUNCTION says by NUMBER that somebody may come in. */
static bool call_says_yes(struct vt_program *program, uint32_t function, uint32_t call,
                          int64_t number) {
    const uint32_t *targets;
    struct vt_site site = {function, call};
    size_t count =
        vt_calls_decider(program, site) ? vt_program_targets(program, site, &targets) : 0;
    for (size_t i = 0; i < count; i++)
        if (vt_decider_accepts(program, targets[i], number) ||
            (number == 1 && vt_decider_gives_truth(program, targets[i])))
            return true;
    return false;
}

/* True if event REF asks who somebody is: it checks a password, or holds what was sent against what
 * is kept, in a function that decides. */
static bool asks_who(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    if (event->fact == VT_FACT_CHECK)
        return vt_class_is(class_name, "check.password") || vt_class_is(class_name, "check.access");
    return vt_is_decider(program, ref.function) && vt_decider_compares(program, ref);
}

/* The same as call_says_yes of the outcome of event REF, which was compared with another number if
 * TAGS say so. */
static bool event_says_yes(struct vt_program *program, struct vt_event_ref ref, uint32_t tags,
                           int64_t number) {
    uint8_t success = vt_program_event(program, ref, NULL)->success;
    bool is_zero = !(tags & VT_TAG_COMPARED) && success == VT_SUCCESS_ZERO;
    return number == !is_zero && asks_who(program, ref);
}

/* True if parameter INDEX of FUNCTION brings an answer, as its name says. */
static bool is_right(struct vt_program *program, uint32_t function, uint32_t index) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    if (index >= facts->nparams || facts->param_names[index] == VT_NONE)
        return false;
    return vt_program_fits(program, "right", vt_string(unit->strings, facts->param_names[index]),
                           "access.granted");
}

/* True if what stands under guard list LIST of FACTS needs WORD. */
static bool needs_word(const struct vt_function *facts, uint32_t list,
                       struct vt_condition_ref word) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].predicate == word.predicate && guards[g].holds == word.holds)
            return true;
    return false;
}

/* The guard list under which what node FROM of FACTS brings is asked for. */
static uint32_t list_of(const struct vt_function *facts, const struct vt_node *from) {
    return from->kind == VT_NODE_RESULT    ? facts->calls[from->ref].guards
           : from->kind == VT_NODE_OUTCOME ? facts->events[from->ref].guards
                                           : VT_NONE;
}

/* True if what EDGE brings is an answer that is asked for without WORD as well, and NUMBER a yes.
 */
static bool says_yes(struct vt_program *program, struct vt_condition_ref word,
                     const struct vt_edge *edge, int64_t number) {
    uint32_t function = word.function;
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_node *from = &facts->nodes[edge->from];
    if (needs_word(facts, list_of(facts, from), word))
        return false;
    if (edge->tags & VT_TAG_DECIDED)
        return false;
    switch (from->kind) {
    case VT_NODE_RESULT:
        return call_says_yes(program, function, from->ref, number);
    case VT_NODE_OUTCOME:
        return event_says_yes(program, (struct vt_event_ref){function, from->ref}, edge->tags,
                              number);
    case VT_NODE_FORMAL:
        return number == 1 && is_right(program, function, from->index);
    default:
        return false;
    }
}

/* The edge by which such an answer gets to the nodes like TO, if NUMBER is a yes there; or NULL. */
static const struct vt_edge *yes_at(struct vt_program *program, struct vt_condition_ref word,
                                    struct vt_node to, int64_t number) {
    const struct vt_function *facts = vt_program_function(program, word.function, NULL);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    for (uint32_t e = 0; e < count; e++)
        if (says_yes(program, word, &edges[e], number))
            return &edges[e];
    return NULL;
}

/* The edge by which the answer comes of which CONDITION says that it is yes, or NULL. */
static const struct vt_edge *yes_before(struct vt_program *program,
                                        struct vt_condition_ref condition) {
    struct vt_condition_ref any = {condition.function, VT_NONE, false, false};
    struct vt_node subject = {VT_NODE_SUBJECT, 0, condition.predicate};
    const struct vt_edge *edge = NULL;
    for (int64_t number = 0; number <= 1 && !edge; number++)
        if (vt_condition_excludes(program, condition, !number) &&
            !vt_condition_excludes(program, condition, number))
            edge = yes_at(program, any, subject, number);
    return edge;
}

/* True if guard list LIST of FUNCTION says so of an answer, other than list BEFORE: what had to be
 * answered before is not what is overruled. */
static bool list_needs_yes(struct vt_program *program, uint32_t function, uint32_t list,
                           uint32_t before) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if ((guard->always || guard->either) &&
            vt_list_needs(facts, before, guard->predicate) != (guard->holds ? 1 : -1) &&
            yes_before(program, condition))
            return true;
    }
    return false;
}

/* True if guard list ASKED of WORD's function says that an answer is yes that is asked for,
 * and no other is needed for what has list LIST than those it is asked after. */
static bool list_overrules(struct vt_program *program, struct vt_condition_ref word, uint32_t asked,
                           uint32_t list) {
    const struct vt_function *facts = vt_program_function(program, word.function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, asked, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {word.function, guard->predicate, guard->holds, true};
        const struct vt_edge *edge =
            guard->always || guard->either ? yes_before(program, condition) : NULL;
        if (edge && !list_needs_yes(program, word.function, list,
                                    list_of(facts, &facts->nodes[edge->from])))
            return true;
    }
    return false;
}

/* ---- What overrules them ----------------------------------------------------------------- */

bool vt_setting_overrules(struct vt_program *program, struct vt_condition_ref word,
                          uint32_t setting) {
    uint32_t function = word.function;
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_setting *set = &facts->settings[setting];
    if (set->predicate == VT_NONE)
        return false;
    struct vt_node subject = {VT_NODE_SUBJECT, 0, set->predicate};
    const struct vt_edge *edge = yes_at(program, word, subject, set->number);
    if (edge &&
        !list_needs_yes(program, function, set->guards, list_of(facts, &facts->nodes[edge->from])))
        return true;
    for (uint32_t s = 0; s < facts->nsettings; s++)
        if (facts->settings[s].predicate == set->predicate &&
            facts->settings[s].number == set->number &&
            list_overrules(program, word, facts->settings[s].guards, set->guards))
            return true;
    return false;
}

bool vt_list_has_answer(struct vt_program *program, uint32_t function, uint32_t list,
                        uint8_t either) {
    uint32_t nguards;
    const struct vt_guard *guards =
        vt_function_guards(vt_program_function(program, function, NULL), list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if (guard->either == either && yes_before(program, condition))
            return true;
    }
    return false;
}

/* True if what has guard list A of FACTS is never done where what has guard list B is. */
static bool exclude(const struct vt_function *facts, uint32_t a, uint32_t b) {
    bool is_open[UINT8_MAX + 1] = {false}, is_group[UINT8_MAX + 1] = {false};
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, a, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        int needs = vt_list_needs(facts, b, guard->predicate);
        bool is_opposed = needs == (guard->holds ? -1 : 1);
        if (guard->always && is_opposed)
            return true;
        is_group[guard->either] = true;
        is_open[guard->either] |= !is_opposed;
    }
    for (unsigned i = 1; i <= UINT8_MAX; i++)
        if (is_group[i] && !is_open[i])
            return true;
    return false;
}

bool vt_verdict_is_beside(struct vt_program *program, uint32_t function, uint32_t verdict) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_RESULT &&
            vt_calls_decider(program, (struct vt_site){function, from->ref}) &&
            exclude(facts, list_of(facts, from), facts->verdicts[verdict].guards))
            return true;
    }
    return false;
}

bool vt_verdict_overrules(struct vt_program *program, struct vt_condition_ref word,
                          uint32_t verdict) {
    const struct vt_function *facts = vt_program_function(program, word.function, NULL);
    const struct vt_verdict *given = &facts->verdicts[verdict];
    if (given->number != 0 && vt_program_is_main(program, word.function))
        return false; /* it failed */
    const struct vt_edge *edge =
        yes_at(program, word, (struct vt_node){.kind = VT_NODE_RETURN}, given->number);
    if (edge && !list_needs_yes(program, word.function, given->guards,
                                list_of(facts, &facts->nodes[edge->from])))
        return true;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (facts->verdicts[v].number == given->number &&
            !needs_word(facts, facts->verdicts[v].guards, word) &&
            list_overrules(program, word, facts->verdicts[v].guards, given->guards))
            return true;
    return false;
}
