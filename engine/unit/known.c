/* What a unit's own functions do with their parameters, for those that call them.
 *
 * requires: callees are condensed before their callers (vt_ir_order).  gives: vt_known, so that
 * a call site makes nodes and edges only for what the callee looks at or changes.
 *
 * Only of functions that are sure to be the ones called: not weak ones, but those of C++ headers.
 * Of a cycle of calls, those behind the first are not known yet when they are asked for, and then
 * may do anything.
 */
#include "engine/base/arena.h"
#include "engine/facts/intern.h"
#include "engine/unit/analysis.h"

static uint8_t deeper(uint8_t depth, const struct vt_rewrite *rewrite, uint8_t count) {
    uint8_t more = rewrite->flags & VT_REWRITE_EXACT ? count : VT_DEPTH + 1;
    return more > depth ? more : depth;
}

/* True if REWRITE brings all that lies where pointer STORED leads beneath where it is stored: the
 * pointer goes there, and nothing is written. */
static bool is_beneath(const struct vt_rewrite *rewrite, const struct vt_stored_pointer *stored) {
    const struct vt_returned_place *at = &stored->at, *to = &stored->to;
    bool same = rewrite->ntake == to->npath && rewrite->nput == at->npath + 1 &&
                !(rewrite->flags & VT_REWRITE_EXACT) &&
                vt_range_overlaps(rewrite->put[at->npath], at->at);
    for (unsigned i = 0; same && i < to->npath; i++)
        same = vt_range_equal(rewrite->take[i], to->path[i]);
    for (unsigned i = 0; same && i < at->npath; i++)
        same = vt_range_equal(rewrite->put[i], at->path[i]);
    return same;
}

/* True if the edge tells what lies beneath a pointer that callers know to be stored, or what is
 * left of an object. */
static bool is_moved(const struct vt_rewrite *rewrite, const struct vt_node *from,
                     const struct vt_node *to, const struct vt_stored_pointers *stored) {
    if (from->kind != VT_NODE_FORMAL || to->kind != VT_NODE_OUT)
        return false;
    if (from->index == to->index && !rewrite->ntake && !rewrite->nput && !rewrite->delta &&
        !(rewrite->flags & ~(VT_REWRITE_MEMORY | VT_REWRITE_SHIFT)))
        return true;
    for (unsigned i = 0; stored && i < stored->count; i++)
        if (stored->items[i].at.parameter == to->index &&
            stored->items[i].to.parameter == from->index && is_beneath(rewrite, &stored->items[i]))
            return true;
    return false;
}

static void learn_edge(const struct vt_rewrite *rewrite, const struct vt_node *from,
                       const struct vt_node *to, const struct vt_stored_pointers *stored,
                       struct vt_known *known) {
    if (to->kind == VT_NODE_RETURN)
        known->result = true;
    if (vt_passes_through(from, to, rewrite)) {
        if (to->index < known->nports) /* else: behind the last parameter */
            known->ports[to->index].passes = true;
        return;
    }
    if (from->kind == VT_NODE_FORMAL && from->index < known->nports) {
        struct vt_known_port *port = &known->ports[from->index];
        port->reads = deeper(port->reads, rewrite, rewrite->ntake);
        port->value |= !rewrite->ntake && !(rewrite->flags & VT_REWRITE_MEMORY);
    }
    if (to->kind == VT_NODE_OUT && to->index < known->nports) {
        struct vt_known_port *port = &known->ports[to->index];
        if (!is_moved(rewrite, from, to, stored))
            port->writes = deeper(port->writes, rewrite, rewrite->nput);
        else if (!port->writes)
            port->writes = 1;
    }
}

bool vt_passes_through(const struct vt_node *from, const struct vt_node *to,
                       const struct vt_rewrite *rewrite) {
    return from->kind == VT_NODE_FORMAL && to->kind == VT_NODE_OUT && from->index == to->index &&
           !rewrite->ntake && !rewrite->nput && !(rewrite->flags & ~VT_REWRITE_MEMORY);
}

void vt_known_learn(struct vt_condenser *shared, const struct vt_function *function) {
    const struct vt_symbol *symbol = &shared->ir->symbols[function->symbol];
    if ((symbol->is_weak && !symbol->is_inline) || symbol->is_ifunc ||
        function->flags & VT_FUNCTION_CUT)
        return;
    struct vt_known *known = vt_alloc(shared->arena, sizeof *known);
    known->result = function->nverdicts > 0;
    known->nports = function->nparams;
    known->ports = vt_alloc_array(shared->arena, known->nports, sizeof *known->ports);
    for (uint32_t e = 0; e < function->nedges; e++) {
        const struct vt_edge *edge = &function->edges[e];
        learn_edge(&shared->rewrites->items[edge->rewrite], &function->nodes[edge->from],
                   &function->nodes[edge->to], shared->stored[function->symbol], known);
    }
    shared->known[function->symbol] = known;
}

struct vt_known_port vt_known_port(const struct vt_condenser *shared, uint32_t symbol,
                                   uint32_t number) {
    static const struct vt_known_port anything = {
        .reads = VT_DEPTH + 1, .writes = VT_DEPTH + 1, .value = true};
    const struct vt_known *known = symbol == VT_NONE ? NULL : shared->known[symbol];
    return known && number < known->nports ? known->ports[number] : anything;
}
