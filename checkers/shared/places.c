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

static void add_places(const struct vt_function *facts, const struct vt_edge *edges, uint32_t count,
                       struct places *places) {
    for (uint32_t e = 0; e < count; e++)
        if (facts->nodes[edges[e].from].kind != VT_NODE_CONSTANT &&
            !(edges[e].tags & VT_TAG_LENGTH) && places->count < MAX_PLACES &&
            !has_place(places, edges[e].from))
            places->nodes[places->count++] = edges[e].from;
}

static struct places places_of(const struct vt_function *facts, struct vt_node to) {
    struct places places = {.count = 0};
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &count);
    add_places(facts, edges, count, &places);
    for (size_t i = 0; i < places.count; i++) {
        if (facts->nodes[places.nodes[i]].kind != VT_NODE_HUB)
            continue;
        edges = vt_function_edges(facts, places.nodes[i], &count);
        add_places(facts, edges, count, &places);
    }
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
    uint32_t count, others;
    const struct vt_edge *of_a = vt_function_edges_to(facts, a, &count);
    const struct vt_edge *of_b = vt_function_edges_to(facts, b, &others);
    bool is_apart = false;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < others; k++) {
            if (of_b[k].from != of_a[i].from)
                continue;
            if (vt_range_overlaps(range_of(unit, &of_a[i]), range_of(unit, &of_b[k])))
                return false;
            is_apart = true;
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
