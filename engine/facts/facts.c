/* What is asked of the facts of a function. */
#include "engine/facts/facts.h"

#include <assert.h>

int vt_edge_order(const void *left, const void *right) {
    const struct vt_edge *a = left, *b = right;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->rewrite != b->rewrite)
        return a->rewrite < b->rewrite ? -1 : 1;
    return a->tags < b->tags ? -1 : a->tags > b->tags;
}

const struct vt_edge *vt_function_edges(const struct vt_function *function, uint32_t node,
                                        uint32_t *count) {
    uint32_t first = 0, end = function->nedges;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (function->edges[middle].to < node)
            first = middle + 1;
        else
            end = middle;
    }
    while (end < function->nedges && function->edges[end].to == node)
        end++;
    *count = end - first;
    return *count ? &function->edges[first] : NULL;
}

const struct vt_edge *vt_function_edges_to(const struct vt_function *function, struct vt_node like,
                                           uint32_t *count) {
    assert(like.kind != VT_NODE_HUB);
    for (uint32_t n = 0; n < function->nnodes; n++)
        if (vt_node_is(&function->nodes[n], like))
            return vt_function_edges(function, n, count);
    *count = 0;
    return NULL;
}

const struct vt_guard *vt_function_guards(const struct vt_function *function, uint32_t guards,
                                          uint32_t *count) {
    const struct vt_guards *lists = &function->guards;
    *count = 0;
    if (guards == VT_NONE)
        return NULL;
    *count = lists->offsets[guards + 1] - lists->offsets[guards];
    return &lists->guards[lists->offsets[guards]];
}
