/* See decider.h. */
#include "checkers/shared/trapdoor/decider.h"

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/login.h"
#include "checkers/shared/verdict.h"
#include "engine/base/strings.h"

enum { MOST_WRAPPERS = 2 }; /* functions one in another that return what one says that decides */

/* ---- Who decides ------------------------------------------------------------------------- */

static bool is_name(struct vt_program *program, const char *name) {
    return vt_program_fits(program, "function", name, "access.decided");
}

bool vt_decider_is_named(struct vt_program *program, uint32_t function) {
    return is_name(program, vt_program_function_name(program, function));
}

static bool does_one_of(struct vt_program *program, uint32_t function, const char *const *classes) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++)
        for (size_t c = 0; classes[c]; c++)
            if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), classes[c]))
                return true;
    return false;
}

bool vt_decider_asks_who(struct vt_program *program, uint32_t function) {
    static const char *const classes[] = {"crypto.kdf", "check.password", "check.access", NULL};
    return does_one_of(program, function, classes);
}

bool vt_decider_asks_whether_genuine(struct vt_program *program, uint32_t function) {
    static const char *const classes[] = {"check.signature", "check.certificate", NULL};
    return does_one_of(program, function, classes);
}

/* The edges of FACTS that bring what is returned. */
static const struct vt_edge *returned(const struct vt_function *facts, uint32_t *count) {
    return vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, count);
}

/* The functions that the call at the beginning of EDGE may reach; none if it begins at no call. */
static size_t targets_of(struct vt_program *program, uint32_t function, const struct vt_edge *edge,
                         const uint32_t **targets) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_node *from = &facts->nodes[edge->from];
    return from->kind == VT_NODE_RESULT
               ? vt_program_targets(program, (struct vt_site){function, from->ref}, targets)
               : 0;
}

/* True if FUNCTION does either, or returns what one says that does, through WRAPPERS at most. A
 * name says nothing of what others return. */
static bool asks(struct vt_program *program, uint32_t function, unsigned wrappers) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    if (vt_decider_asks_who(program, function) ||
        vt_decider_asks_whether_genuine(program, function))
        return true;
    uint32_t nedges;
    const struct vt_edge *edges = returned(facts, &nedges);
    for (uint32_t e = 0; e < nedges && wrappers; e++) {
        const uint32_t *targets;
        size_t count = targets_of(program, function, &edges[e], &targets);
        for (size_t i = 0; i < count; i++)
            if (asks(program, targets[i], wrappers - 1))
                return true;
    }
    return false;
}

bool vt_is_decider(struct vt_program *program, uint32_t function) {
    return vt_decider_is_named(program, function) || asks(program, function, MOST_WRAPPERS);
}

bool vt_calls_decider(struct vt_program *program, struct vt_site site) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, site.function, &unit);
    const uint32_t *targets;
    uint32_t symbol = facts->calls[site.call].symbol;
    size_t count = vt_program_targets(program, site, &targets);
    if (symbol != VT_NONE && is_name(program, vt_string(unit->strings, unit->symbols[symbol].name)))
        return true;
    for (size_t i = 0; i < count; i++)
        if (vt_is_decider(program, targets[i]))
            return true;
    return false;
}

/* ---- What it answers where its own check comes out --------------------------------------- */

enum { EQUAL = 1, UNEQUAL = 2 };

/* What condition CONDITION says of the sides of comparison COMPARE of its function, whose outcome
 * it tests: EQUAL, UNEQUAL, or 0. */
static unsigned said_by(struct vt_program *program, struct vt_condition_ref condition,
                        uint32_t compare) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    enum vt_success success = (enum vt_success)facts->events[compare].success;
    struct vt_node subject = {VT_NODE_SUBJECT, 0, condition.predicate};
    struct vt_condition_ref opposite = condition;
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, subject, &count);
    opposite.holds = !condition.holds;
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_OUTCOME && from->ref == compare &&
            !(edges[e].tags & (VT_TAG_COMPARED | VT_TAG_DECIDED)))
            return vt_condition_means(program, condition, success)  ? EQUAL
                   : vt_condition_means(program, opposite, success) ? UNEQUAL
                                                                    : 0;
    }
    return 0;
}

/* The same of guard list LIST of FUNCTION, whose conditions may test FLAGS, one behind another,
 * that are set because of it. */
static unsigned list_says(struct vt_program *program, uint32_t function, uint32_t list,
                          uint32_t compare, unsigned flags) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    unsigned said = 0;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if (!guard->always)
            continue;
        said |= said_by(program, condition, compare);
        for (uint32_t s = 0; s < facts->nsettings && flags; s++)
            if (facts->settings[s].predicate == guard->predicate &&
                !vt_condition_excludes(program, condition, facts->settings[s].number))
                said |= list_says(program, function, facts->settings[s].guards, compare, flags - 1);
    }
    return said;
}

/* True if COMPARE holds the hash of something against something, neither of which the program
 * names.
 */
static bool compares_hash(struct vt_program *program, struct vt_event_ref compare) {
    bool is_hash = false;
    for (enum vt_role role = VT_ROLE_LEFT; role <= VT_ROLE_RIGHT; role++) {
        size_t count = 0;
        const struct vt_trace *trace = vt_trace_role(program, compare, role, NULL, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        bool is_named = true;
        for (size_t i = 0; i < count; i++)
            if (sources[i].kind != VT_SOURCE_CONSTANT) {
                is_hash |= (sources[i].tags & VT_TAG_HASH) != 0;
                is_named = false;
            }
        if (is_named)
            return false;
    }
    return is_hash;
}

bool vt_decider_compares(struct vt_program *program, struct vt_event_ref ref) {
    return vt_program_event(program, ref, NULL)->fact == VT_FACT_COMPARE &&
           (vt_compares_credentials(program, ref) ||
            (vt_decider_asks_who(program, ref.function) && compares_hash(program, ref)));
}

/* True if the program has one side of comparison COMPARE of FACTS, as far as they tell. */
static bool is_with_constant(const struct vt_function *facts, uint32_t compare) {
    for (uint8_t role = VT_ROLE_LEFT; role <= VT_ROLE_RIGHT; role++) {
        uint32_t count;
        const struct vt_edge *edges =
            vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, role, compare}, &count);
        for (uint32_t e = 0; e < count; e++)
            if (facts->nodes[edges[e].from].kind == VT_NODE_CONSTANT)
                return true;
    }
    return false;
}

bool vt_decider_asked(struct vt_program *program, struct vt_condition_ref beside, uint32_t list) {
    const struct vt_function *facts = vt_program_function(program, beside.function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        struct vt_condition_ref condition = {beside.function, guards[g].predicate, guards[g].holds,
                                             true};
        for (uint32_t e = 0; e < facts->nevents && guards[g].always; e++)
            if (guards[g].predicate != beside.predicate &&
                facts->events[e].fact == VT_FACT_COMPARE &&
                said_by(program, condition, e) == EQUAL && !is_with_constant(facts, e))
                return true;
    }
    return false;
}

bool vt_decider_answer(struct vt_program *program, uint32_t function, int64_t *yes) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        bool found = false, refuses = false;
        if (facts->events[e].fact != VT_FACT_COMPARE)
            continue;
        for (uint32_t v = 0; v < facts->nverdicts; v++)
            if (list_says(program, function, facts->verdicts[v].guards, e, 1) == EQUAL) {
                *yes = facts->verdicts[v].number;
                found = true;
            }
        for (uint32_t v = 0; v < facts->nverdicts && found; v++)
            refuses |= facts->verdicts[v].number == *yes &&
                       list_says(program, function, facts->verdicts[v].guards, e, 1) & UNEQUAL;
        if (found && !refuses && /* which is cheap to know */
            vt_decider_compares(program, (struct vt_event_ref){function, e}))
            return true;
    }
    return false;
}

/* ---- What means yes ---------------------------------------------------------------------- */

/* True if FUNCTION says yes by 0, as its name says, or as every program does. */
static bool says_zero(struct vt_program *program, uint32_t function) {
    return vt_program_is_main(program, function) ||
           vt_program_fits(program, "function", vt_program_function_name(program, function),
                           "access.decided.zero");
}

bool vt_decider_gives_truth(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    if (says_zero(program, function))
        return false;
    uint32_t count;
    const struct vt_edge *edges = returned(facts, &count);
    bool is_truth = facts->nverdicts > 0;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (facts->verdicts[v].number != 0 && facts->verdicts[v].number != 1)
            return false;
    for (uint32_t e = 0; e < count && !is_truth; e++)
        is_truth = facts->nodes[edges[e].from].kind == VT_NODE_OUTCOME;
    return is_truth;
}

/* True if NUMBER is a yes of FUNCTION, or of what it otherwise returns the results of. */
static bool accepts(struct vt_program *program, uint32_t function, int64_t number,
                    unsigned wrappers) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    int64_t yes;
    if (vt_ends_or_returns(facts))
        return true;
    if (vt_decider_answer(program, function, &yes))
        return number == yes;
    if (says_zero(program, function))
        return number == 0;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (facts->verdicts[v].number != number)
            return vt_number_accepts(facts, number);
    uint32_t count;
    const struct vt_edge *edges = returned(facts, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        const uint32_t *targets;
        if (number == 0 && !edges[e].tags && from->kind == VT_NODE_OUTCOME &&
            facts->events[from->ref].fact == VT_FACT_COMPARE &&
            facts->events[from->ref].success == VT_SUCCESS_ZERO)
            return true;
        if (edges[e].tags || targets_of(program, function, &edges[e], &targets) != 1)
            continue;
        if ((number == 1 && vt_decider_gives_truth(program, targets[0])) ||
            (wrappers && accepts(program, targets[0], number, wrappers - 1)))
            return true;
    }
    return false;
}

bool vt_decider_accepts(struct vt_program *program, uint32_t function, int64_t number) {
    return accepts(program, function, number, MOST_WRAPPERS);
}
