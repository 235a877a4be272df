/* See gathered.h. */
#include "checkers/shared/trapdoor/gathered.h"

#include "checkers/shared/verdict.h"
#include "engine/base/strings.h"

enum {
    SHORTEST = 3,         /* things in an order, and bytes of a table */
    LEAST_GATHERED = 0xff /* a count may be as small */
};

static bool is_equal(const struct vt_predicate *predicate, bool holds) {
    return predicate->has_number && !predicate->mask &&
           (predicate->compare == VT_EQ || predicate->compare == VT_NE) &&
           (predicate->compare == VT_EQ) == holds;
}

/* ---- In an order ------------------------------------------------------------------------- */

/* True if bytes of UNIT get to node NODE of FACTS, through one hub at most. */
static bool has_table(const struct vt_unit *unit, const struct vt_function *facts, uint32_t node,
                      bool is_hub) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges(facts, node, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_HUB && !is_hub && has_table(unit, facts, edges[e].from, true))
            return true;
        if (from->kind == VT_NODE_CONSTANT &&
            (unit->constants[from->ref].kind == VT_CONSTANT_BYTES ||
             unit->constants[from->ref].kind == VT_CONSTANT_TEXT) &&
            vt_string_length(unit->strings, unit->constants[from->ref].text) >= SHORTEST)
            return true;
    }
    return false;
}

/* True if PREDICATE of FACTS holds something against what stands in a table of UNIT. */
static bool is_against_table(const struct vt_unit *unit, const struct vt_function *facts,
                             uint32_t predicate) {
    const struct vt_predicate *compared = &facts->predicates[predicate];
    if (compared->has_number || (compared->compare != VT_EQ && compared->compare != VT_NE))
        return false;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (to->kind == VT_NODE_SUBJECT && to->ref == predicate &&
            has_table(unit, facts, facts->edges[e].to, false))
            return true;
    }
    return false;
}

/* True if whether PREDICATE holds chooses what TESTED tests: what the one is made of does. */
static bool chooses(const struct vt_function *facts, uint32_t predicate, uint32_t tested) {
    uint32_t count, nsides;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, tested}, &count);
    const struct vt_edge *sides =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &nsides);
    for (uint32_t e = 0; e < count; e++)
        for (uint32_t s = 0; s < nsides; s++)
            if (edges[e].tags & VT_TAG_DECIDED && edges[e].from == sides[s].from)
                return true;
    return false;
}

/* True if where PREDICATE says that something is another, the variable that TESTED tests becomes 0.
 */
static bool sets_back(const struct vt_function *facts, uint32_t predicate, uint32_t tested) {
    bool holds = facts->predicates[predicate].compare == VT_NE;
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, tested}, &count);
    for (uint32_t s = 0; s < facts->nsettings; s++) {
        const struct vt_setting *setting = &facts->settings[s];
        if (setting->number != 0 ||
            vt_list_needs(facts, setting->guards, predicate) != (holds ? 1 : -1))
            continue;
        if (setting->type && facts->predicates[tested].size &&
            (int64_t)setting->offset == facts->predicates[tested].offset)
            return true;
        for (uint32_t e = 0; e < count; e++)
            if (facts->nodes[edges[e].from].kind == VT_NODE_GLOBAL &&
                facts->nodes[edges[e].from].ref == setting->symbol)
                return true;
    }
    return false;
}

bool vt_gathered_in_order(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    if (!is_equal(predicate, condition.holds) || predicate->number < SHORTEST ||
        predicate->number > UINT8_MAX)
        return false;
    for (uint32_t p = 0; p < facts->npredicates; p++)
        if (p != condition.predicate && is_against_table(unit, facts, p) &&
            (chooses(facts, p, condition.predicate) || sets_back(facts, p, condition.predicate)))
            return true;
    return false;
}

/* ---- To a number ------------------------------------------------------------------------- */

bool vt_gathered_ends_sum(int64_t number) {
    return (number & (number + 1)) == 0 || number == 0xf0b8 || number == 0x1d0f ||
           number == 0xdebb20e3 || number == (int32_t)0xdebb20e3;
}

/* True if EDGE brings what PREDICATE reads at a place beneath a parameter. */
static bool brings_read(const struct vt_unit *unit, const struct vt_function *facts,
                        const struct vt_edge *edge, const struct vt_predicate *predicate) {
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    return facts->nodes[edge->from].kind == VT_NODE_FORMAL && rewrite->ntake == 1 &&
           rewrite->take[0].low == predicate->offset;
}

/* True if what gets to the node of FACTS like TO is computed of what node KEPT brings, or if that
 * is VT_NONE of what PREDICATE reads, and of something else that is no constant. */
static bool mixes(const struct vt_unit *unit, const struct vt_function *facts, struct vt_node to,
                  uint32_t kept, const struct vt_predicate *predicate) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    bool has_kept = false, has_other = false;
    for (uint32_t e = 0; e < count; e++) {
        if (!(edges[e].tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR)) ||
            facts->nodes[edges[e].from].kind == VT_NODE_CONSTANT)
            continue;
        bool is_kept = kept == VT_NONE ? brings_read(unit, facts, &edges[e], predicate)
                                       : edges[e].from == kept;
        has_kept |= is_kept;
        has_other |= !is_kept;
    }
    return has_kept && has_other;
}

/* True if some function of UNIT mixes what the global that is its symbol SYMBOL has with something
 * else. */
static bool is_mixed_in(const struct vt_unit *unit, uint32_t symbol) {
    const struct vt_node global = {VT_NODE_GLOBAL, 0, symbol};
    for (uint32_t f = 0; f < unit->nfunctions; f++) {
        const struct vt_function *facts = &unit->functions[f];
        for (uint32_t n = 0; n < facts->nnodes; n++)
            if (vt_node_is(&facts->nodes[n], global) && mixes(unit, facts, global, n, NULL))
                return true;
    }
    return false;
}

/* True if CONDITION asks for all of something, or for the last bytes of it, but not for one of its
 * options. */
static bool asks_for_end(const struct vt_predicate *predicate, bool holds) {
    const int64_t least = 0xfff;
    struct vt_predicate whole = *predicate;
    whole.mask = 0;
    return is_equal(&whole, holds) &&
           (!predicate->mask ||
            (predicate->mask >= least && (predicate->mask & (predicate->mask + 1)) == 0));
}

bool vt_gathered_to_number(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    struct vt_node subject = {VT_NODE_SUBJECT, 0, condition.predicate};
    int64_t number = predicate->number;
    if (!asks_for_end(predicate, condition.holds) || !predicate->size ||
        (number <= LEAST_GATHERED && number >= -LEAST_GATHERED) || vt_gathered_ends_sum(number))
        return false;
    if (mixes(unit, facts, subject, VT_NONE, predicate))
        return true;
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, subject, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_GLOBAL && is_mixed_in(unit, from->ref))
            return true;
    }
    return false;
}
