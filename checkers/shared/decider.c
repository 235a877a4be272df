/* See decider.h. */
#include "checkers/shared/decider.h"

#include "checkers/shared/verdict.h"
#include "engine/strings.h"

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

/* ---- What means yes ---------------------------------------------------------------------- */

bool vt_decider_gives_truth(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
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
    if (vt_ends_or_returns(facts))
        return true;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (facts->verdicts[v].number != number)
            return vt_number_accepts(facts, number);
    uint32_t count;
    const struct vt_edge *edges = returned(facts, &count);
    for (uint32_t e = 0; e < count; e++) {
        const uint32_t *targets;
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
