/* See handed.h. */
#include "checkers/shared/trapdoor/handed.h"

#include "checkers/shared/places.h"

enum { MOST_CALLS = 4 };

/* True if what REWRITE takes is a parameter itself; of a text, what lies beneath it, from its first
 * byte on; or the same of the first of an array of them. */
static bool takes_itself(const struct vt_rewrite *rewrite, bool is_text) {
    unsigned levels = is_text ? 1 : 0;
    return rewrite->ntake < levels ||
           (rewrite->ntake <= levels + 1 && (!rewrite->ntake || rewrite->take[0].low <= 0));
}

/* True if the node of FUNCTION like TO gets such a parameter. */
static bool is_parameter(struct vt_program *program, uint32_t function, struct vt_node to,
                         bool is_text, unsigned calls) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    uint32_t nedges;
    const struct vt_edge *edges = vt_function_edges_to(facts, to, &nedges);
    for (uint32_t e = 0; e < nedges; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        const struct vt_site *sites;
        if (from->kind != VT_NODE_FORMAL ||
            !takes_itself(&unit->rewrites[edges[e].rewrite], is_text))
            continue;
        if (facts->flags & VT_FUNCTION_EXPORTED)
            return true;
        size_t count = calls ? vt_program_callers(program, function, &sites) : 0;
        for (size_t i = 0; i < count; i++)
            if (is_parameter(program, sites[i].function,
                             (struct vt_node){VT_NODE_ARGUMENT, from->index, sites[i].call}, false,
                             calls - 1))
                return true;
    }
    return false;
}

bool vt_is_handed(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    return is_parameter(program, ref.function,
                        (struct vt_node){VT_NODE_IN, (uint8_t)role, ref.event}, true, MOST_CALLS);
}

/* The same as vt_is_handed_over, up to CALLS calls below an exported function. */
static bool is_from_user(struct vt_program *program, struct vt_parameter parameter,
                         unsigned calls) {
    const struct vt_function *facts = vt_program_function(program, parameter.function, NULL);
    const struct vt_site *sites;
    size_t count = calls ? vt_program_callers(program, parameter.function, &sites) : 0;
    if (facts->flags & VT_FUNCTION_EXPORTED)
        return true;
    for (size_t i = 0; i < count; i++) {
        struct vt_node argument = {VT_NODE_ARGUMENT, (uint8_t)parameter.index, sites[i].call};
        struct vt_parameter above = {sites[i].function, VT_NONE};
        facts = vt_program_function(program, above.function, NULL);
        above.index = vt_places_parameter(facts, argument);
        if (above.index != VT_NONE && is_from_user(program, above, calls - 1))
            return true;
    }
    return false;
}

bool vt_is_handed_over(struct vt_program *program, struct vt_parameter parameter) {
    return is_from_user(program, parameter, MOST_CALLS);
}
