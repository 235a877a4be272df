/* See reckoned.h. */
#include "checkers/shared/trapdoor/reckoned.h"

#include "checkers/shared/trapdoor/gathered.h"
#include "checkers/shared/trapdoor/trap.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum {
    MOST_BELOW = 2,  /* functions one in another that ask nobody either */
    LEAST_READ = 16, /* a number that is read from text, and no kind of something */
    LEAST_SUM = 256, /* a sum that is none by chance */
};

/* ---- Who asks nobody --------------------------------------------------------------------- */

/* True if NODE of UNIT is memory that others may change as well. */
static bool is_shared(const struct vt_unit *unit, const struct vt_node *node) {
    const struct vt_symbol *symbol =
        node->kind == VT_NODE_GLOBAL ? &unit->symbols[node->ref] : NULL;
    return node->kind == VT_NODE_TYPE || node->kind == VT_NODE_PLACED ||
           node->kind == VT_NODE_BEHIND ||
           (symbol && !symbol->is_constant && !symbol->is_only_read && !symbol->is_function);
}

/* True if EDGE of FACTS of UNIT brings what the pointers in a variable lead to, which others may
 * change though none of them changes the variable. */
static bool leads_on(const struct vt_unit *unit, const struct vt_function *facts,
                     const struct vt_edge *edge) {
    return facts->nodes[edge->from].kind == VT_NODE_GLOBAL &&
           unit->rewrites[edge->rewrite].ntake > 1;
}

/* True if all that events of FACTS do is to hold one thing against another. */
static bool only_compares(const struct vt_unit *unit, const struct vt_function *facts) {
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact != VT_FACT_COMPARE &&
            !vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "compare"))
            return false;
    return true;
}

static bool asks_nobody(struct vt_program *program, uint32_t function, unsigned below) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    if (!facts->nparams || !only_compares(unit, facts) || (facts->ncalls && !below))
        return false;
    for (uint32_t n = 0; n < facts->nnodes; n++)
        if (is_shared(unit, &facts->nodes[n]))
            return false;
    for (uint32_t e = 0; e < facts->nedges; e++)
        if (leads_on(unit, facts, &facts->edges[e]))
            return false;
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        const uint32_t *targets;
        if (vt_program_targets(program, (struct vt_site){function, c}, &targets) != 1 ||
            !asks_nobody(program, targets[0], below - 1))
            return false;
    }
    return true;
}

/* ---- Who reckons ------------------------------------------------------------------------- */

/* True if EDGE of FACTS brings something that is reckoned from what they are given, or what a
 * table has at such a place. */
static bool is_reckoned(const struct vt_function *facts, const struct vt_edge *edge) {
    uint8_t kind = facts->nodes[edge->from].kind;
    return (kind == VT_NODE_FORMAL || kind == VT_NODE_HUB) &&
           edge->tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH);
}

/* True if EDGE brings all of something, one after the other. */
static bool is_of_all(const struct vt_unit *unit, const struct vt_edge *edge) {
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    return rewrite->ntake > 0 && vt_range_equal(rewrite->take[rewrite->ntake - 1], VT_RANGE_ALL);
}

/* True if FACTS of UNIT ask whether something of that sort is equal to something else, or to a
 * number. Bits that are set or not are options; and parts of one number tell what it is (the first
 * byte of an address), unless they are mixed, or it is gone through. */
static bool reckons(const struct vt_unit *unit, const struct vt_function *facts) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *edge = &facts->edges[e];
        const struct vt_node *to = &facts->nodes[edge->to];
        if (to->kind != VT_NODE_SUBJECT || !is_reckoned(facts, edge))
            continue;
        const struct vt_predicate *predicate = &facts->predicates[to->ref];
        bool is_bit = predicate->mask || (predicate->has_number && predicate->number == 0);
        bool is_mixed = !predicate->has_number || edge->tags & (VT_TAG_XOR | VT_TAG_HASH) ||
                        is_of_all(unit, edge);
        if ((predicate->compare == VT_EQ || predicate->compare == VT_NE) && !is_bit && is_mixed)
            return true;
    }
    return false;
}

/* True if all that SITE hands over, but for constants, is what its own function was given or got
 * from outside, and nothing that the program keeps. */
static bool is_of_given(const struct vt_function *facts, uint32_t call) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_ARGUMENT && to->ref == call &&
            (from->kind == VT_NODE_GLOBAL || from->kind == VT_NODE_TYPE))
            return false;
    }
    return true;
}

/* Edges that bring what functions return, by what happened on them. */
enum number_kind { NUMBER_READ, NUMBER_SUMMED };

/* True if what FACTS of UNIT return is a number of KIND: one that they read from text that they are
 * given, or that a loop makes of the bytes of it. */
static bool gives_number(const struct vt_unit *unit, const struct vt_function *facts,
                         enum number_kind kind) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++) {
        bool fits = kind == NUMBER_READ
                        ? edges[e].tags & VT_TAG_DECODE
                        : is_reckoned(facts, &edges[e]) && is_of_all(unit, &edges[e]) &&
                              !(edges[e].tags & (VT_TAG_COMPARED | VT_TAG_INDEX));
        if (facts->nodes[edges[e].from].kind == VT_NODE_FORMAL && fits)
            return true;
    }
    return false;
}

uint32_t vt_reckoned_by(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    const uint32_t *targets;
    if (count != 1 || !predicate->has_number || predicate->mask || edges->tags ||
        facts->nodes[edges->from].kind != VT_NODE_RESULT ||
        (predicate->compare != VT_EQ && predicate->compare != VT_NE))
        return VT_NONE;
    struct vt_site site = {condition.function, facts->nodes[edges->from].ref};
    if (vt_program_targets(program, site, &targets) != 1 ||
        !asks_nobody(program, targets[0], MOST_BELOW))
        return VT_NONE;
    const struct vt_unit *unit;
    const struct vt_function *asked = vt_program_function(program, targets[0], &unit);
    bool is_truth = predicate->number == 0 && asked->nverdicts > 0 && reckons(unit, asked) &&
                    (asked->nparams == 1 || is_of_given(facts, site.call));
    bool is_sought = (predicate->number >= LEAST_READ && gives_number(unit, asked, NUMBER_READ)) ||
                     (predicate->number >= LEAST_SUM && gives_number(unit, asked, NUMBER_SUMMED) &&
                      !vt_gathered_ends_sum(predicate->number));
    bool is_number = is_sought && (predicate->compare == VT_EQ) == condition.holds &&
                     vt_trap_cases(facts, condition.predicate) == 0;
    return is_truth || is_number ? targets[0] : VT_NONE;
}

const char *vt_reckoned_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    int64_t number = facts->predicates[condition.predicate].number;
    uint32_t function = vt_reckoned_by(program, condition);
    const char *name;
    if (function == VT_NONE)
        return NULL;
    name = vt_program_function_name(program, function);
    if (number != 0)
        return vt_alloc_format(vt_check_arena(check),
                               "`%s`, which asks nobody, makes %lld of what it is given", name,
                               (long long)number);
    return vt_alloc_format(vt_check_arena(check),
                           "`%s`, which asks nobody, says so of what it is given", name);
}
