/* See decider.h. */
#include "checkers/decider.h"

#include "checkers/verdict.h"
#include "engine/strings.h"

/* ---- Who decides ------------------------------------------------------------------------- */

static bool is_name(struct vt_program *program, const char *name) {
    const struct vt_pattern *pattern =
        vt_models_classify(vt_program_models(program), "function", name);
    return pattern && vt_class_is(pattern->class_name, "access.decided");
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

bool vt_is_decider(struct vt_program *program, uint32_t function) {
    return vt_decider_is_named(program, function) || vt_decider_asks_who(program, function) ||
           vt_decider_asks_whether_genuine(program, function);
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
    bool is_truth = facts->nverdicts > 0;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (facts->verdicts[v].number != 0 && facts->verdicts[v].number != 1)
            return false;
    for (uint32_t e = 0; e < facts->nedges && !is_truth; e++)
        is_truth = facts->nodes[facts->edges[e].to].kind == VT_NODE_RETURN &&
                   facts->nodes[facts->edges[e].from].kind == VT_NODE_OUTCOME;
    return is_truth;
}

/* True if FUNCTION otherwise returns what one that it calls says, which is 0 or 1. */
static bool hands_on_truth(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *edge = &facts->edges[e];
        const struct vt_node *from = &facts->nodes[edge->from];
        const uint32_t *targets;
        if (from->kind != VT_NODE_RESULT || facts->nodes[edge->to].kind != VT_NODE_RETURN ||
            edge->tags)
            continue;
        size_t count = vt_program_targets(program, (struct vt_site){function, from->ref}, &targets);
        if (count == 1 && vt_decider_gives_truth(program, targets[0]))
            return true;
    }
    return false;
}

bool vt_decider_accepts(struct vt_program *program, uint32_t function, int64_t number) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (facts->verdicts[v].number != number)
            return vt_number_accepts(facts, number);
    return number == 1 && hands_on_truth(program, function);
}
