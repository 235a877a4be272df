/* See places.h. */
#include "checkers/shared/places.h"

enum { MAX_PLACES = 24 };

/* Nodes of one function. */
struct places {
    uint32_t nodes[MAX_PLACES];
    size_t count;
};

static bool has_place(const struct places *places, uint32_t node) {
    for (size_t i = 0; i < places->count; i++)
        if (places->nodes[i] == node)
            return true;
    return false;
}

static void add_place(const struct vt_function *facts, const struct vt_edge *edge,
                      struct places *places) {
    if (facts->nodes[edge->from].kind != VT_NODE_CONSTANT && !(edge->tags & VT_TAG_LENGTH) &&
        places->count < MAX_PLACES && !has_place(places, edge->from))
        places->nodes[places->count++] = edge->from;
}

static struct places places_of(const struct vt_function *facts, struct vt_node to) {
    struct places places = {.count = 0};
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *end = &facts->nodes[facts->edges[e].to];
        if (vt_node_is(end, to))
            add_place(facts, &facts->edges[e], &places);
    }
    for (size_t i = 0; i < places.count; i++)
        for (uint32_t e = 0; facts->nodes[places.nodes[i]].kind == VT_NODE_HUB && e < facts->nedges;
             e++)
            if (facts->edges[e].to == places.nodes[i])
                add_place(facts, &facts->edges[e], &places);
    return places;
}

static enum vt_sharing sharing_of(const struct vt_node *place) {
    return place->kind == VT_NODE_FORMAL ? VT_SHARES_GIVEN
           : place->kind == VT_NODE_TYPE ? VT_SHARES_TYPE
                                         : VT_SHARES_PLACE;
}

enum vt_sharing vt_places_shared(const struct vt_function *facts, struct vt_node a,
                                 struct vt_node b) {
    struct places of_a = places_of(facts, a), of_b = places_of(facts, b);
    enum vt_sharing most = VT_SHARES_NOTHING;
    for (size_t i = 0; i < of_b.count; i++) {
        enum vt_sharing sharing = sharing_of(&facts->nodes[of_b.nodes[i]]);
        if (has_place(&of_a, of_b.nodes[i]) && sharing > most)
            most = sharing;
    }
    return most;
}

/* The bytes beneath its place that EDGE of UNIT brings. */
static struct vt_range range_of(const struct vt_unit *unit, const struct vt_edge *edge) {
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    return rewrite->ntake > 0 ? rewrite->take[0] : VT_RANGE_ALL;
}

bool vt_places_apart(const struct vt_unit *unit, const struct vt_function *facts, struct vt_node a,
                     struct vt_node b) {
    bool is_apart = false;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *of_a = &facts->edges[e];
        for (uint32_t k = 0; vt_node_is(&facts->nodes[of_a->to], a) && k < facts->nedges; k++) {
            const struct vt_edge *of_b = &facts->edges[k];
            if (of_b->from != of_a->from || !vt_node_is(&facts->nodes[of_b->to], b))
                continue;
            if (vt_range_overlaps(range_of(unit, of_a), range_of(unit, of_b)))
                return false;
            is_apart = true;
        }
    }
    return is_apart;
}

uint32_t vt_places_parameter(const struct vt_function *facts, struct vt_node to) {
    struct places places = places_of(facts, to);
    for (size_t i = 0; i < places.count; i++)
        if (facts->nodes[places.nodes[i]].kind == VT_NODE_FORMAL)
            return facts->nodes[places.nodes[i]].index;
    return VT_NONE;
}
