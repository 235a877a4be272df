/* The value-flow graph of one function, and how it is condensed.
 *
 * fold  requires: all edges are in.  gives: a graph whose paths between ports are the same, with as
 * few hubs as pay.  breaks: the numbers of hubs.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/intern.h"
#include "engine/unit/analysis.h"
#include "engine/unit/widen.h"

struct edge {
    uint32_t from, to, rewrite, tags, location;
    uint32_t next_out, next_in, next_same; /* edge + 1; SAME: of the same two nodes */
    bool dead;
};

struct node {
    struct vt_node as;
    uint32_t first_out, first_in; /* edge + 1 */
    uint32_t nout, nin;
    uint32_t loops; /* edges to itself */
    bool live;
};

struct vt_graph {
    struct vt_arena *arena;
    struct vt_rewrites *rewrites;
    struct node *nodes;
    struct edge *edges;
    size_t nnodes, nodes_capacity, nedges, edges_capacity;
    uint32_t *slots; /* node + 1 by what it is; hubs are not in it */
    size_t nslots, nnamed;
    uint32_t *pairs; /* edge + 1 by its two nodes: the last of them */
    size_t npairs, pairs_used;
};

struct vt_graph *vt_graph_new(struct vt_arena *arena) {
    struct vt_graph *graph = vt_alloc(arena, sizeof *graph);
    graph->arena = arena;
    graph->rewrites = vt_rewrites_new(arena);
    graph->nslots = 64;
    graph->slots = vt_alloc_array(arena, graph->nslots, sizeof *graph->slots);
    return graph;
}

static uint32_t add_node(struct vt_graph *graph, struct vt_node as) {
    graph->nodes = vt_grow(graph->arena, graph->nodes, graph->nnodes, &graph->nodes_capacity,
                           sizeof *graph->nodes);
    graph->nodes[graph->nnodes].as = as;
    return (uint32_t)graph->nnodes++;
}

uint32_t vt_graph_hub(struct vt_graph *graph) {
    return add_node(graph, (struct vt_node){.kind = VT_NODE_HUB});
}

static size_t slot_of(const struct vt_graph *graph, struct vt_node as) {
    uint32_t hash = (as.ref * 31u + as.kind) * 0x9e3779b1u + as.index * 0x85ebca6bu;
    hash ^= hash >> 15;
    size_t at = hash & (graph->nslots - 1);
    while (graph->slots[at]) {
        struct vt_node have = graph->nodes[graph->slots[at] - 1].as;
        if (have.kind == as.kind && have.index == as.index && have.ref == as.ref)
            break;
        at = (at + 1) & (graph->nslots - 1);
    }
    return at;
}

uint32_t vt_graph_node(struct vt_graph *graph, enum vt_node_kind kind, unsigned index,
                       uint32_t ref) {
    struct vt_node as = {.kind = (uint8_t)kind, .index = (uint8_t)index, .ref = ref};
    size_t at = slot_of(graph, as);
    assert(kind != VT_NODE_HUB && index < 256);
    if (graph->slots[at])
        return graph->slots[at] - 1;
    uint32_t node = add_node(graph, as);
    if (2 * ++graph->nnamed > graph->nslots) {
        graph->nslots *= 2;
        graph->slots = vt_alloc_array(graph->arena, graph->nslots, sizeof *graph->slots);
        for (uint32_t n = 0; n < graph->nnodes; n++)
            if (graph->nodes[n].as.kind != VT_NODE_HUB)
                graph->slots[slot_of(graph, graph->nodes[n].as)] = n + 1;
    } else {
        graph->slots[at] = node + 1;
    }
    return node;
}

size_t vt_graph_nedges(const struct vt_graph *graph) {
    return graph->nedges;
}

/* ---- Edges between the same two nodes ---------------------------------------------------- */

static uint32_t *pair_of(const struct vt_graph *graph, uint32_t from, uint32_t to) {
    uint64_t hash = ((uint64_t)from << 32 | to) * 0x9e3779b97f4a7c15u;
    size_t at = (size_t)(hash >> 32) & (graph->npairs - 1);
    for (; graph->pairs[at]; at = (at + 1) & (graph->npairs - 1)) {
        const struct edge *edge = &graph->edges[graph->pairs[at] - 1];
        if (edge->from == from && edge->to == to)
            break;
    }
    return &graph->pairs[at];
}

static void grow_pairs(struct vt_graph *graph) {
    uint32_t *old = graph->pairs;
    size_t nold = graph->npairs;
    graph->npairs = nold ? 4 * nold : 256;
    graph->pairs = vt_alloc_array(graph->arena, graph->npairs, sizeof *graph->pairs);
    for (size_t i = 0; i < nold; i++)
        if (old[i])
            *pair_of(graph, graph->edges[old[i] - 1].from, graph->edges[old[i] - 1].to) = old[i];
}

/* Edges alike have the same ends, the same tags, and rewrites that can be joined. More than
 * MAX_ALIKE become one that is wider: many fields of an object that go the same way go together.
 * More than MAX_BESIDE of the same ends and tags become one that tells no paths. */
enum { MAX_ALIKE = 3, MAX_BESIDE = 9 };

/* True if all that flows with tags MORE may be said to flow with LESS. A way on which bits are lost
 * is told beside one on which they are not: a mask in a loop leaves both. */
static bool tells(uint32_t less, uint32_t more) {
    return !(less & ~more) && !((less ^ more) & VT_TAG_SHARES);
}

/* True if REWRITE tells no offsets apart: such a one joins others only if none else can. */
static bool loses(const struct vt_rewrite *rewrite) {
    return rewrite->flags & VT_REWRITE_BLUR;
}

/* What edge EDGE joins; FIRST is the last edge of the same ends. VT_NONE if there are few enough;
 * *TOLD if nothing is left to do. */
static uint32_t find_joined(struct vt_graph *graph, const struct edge *edge, uint32_t first,
                            struct vt_rewrite *wide, bool *told) {
    struct vt_rewrite rewrite = graph->rewrites->items[edge->rewrite], both;
    uint32_t alike = VT_NONE, beside = VT_NONE;
    unsigned nalike = 0, nbeside = 0;
    for (uint32_t next = first; next && !*told; next = graph->edges[next - 1].next_same) {
        const struct edge *other = &graph->edges[next - 1];
        const struct vt_rewrite *known = &graph->rewrites->items[other->rewrite];
        if (other->dead)
            continue;
        *told = tells(other->tags, edge->tags) && vt_rewrite_covers(known, &rewrite);
        if (other->tags != edge->tags)
            continue;
        beside = next - 1;
        nbeside++;
        if (!vt_rewrite_join(known, &rewrite, &both))
            continue;
        if (nalike++ && loses(&both) && !loses(wide))
            continue;
        alike = next - 1;
        *wide = both;
    }
    if (nalike >= MAX_ALIKE)
        return alike;
    if (nbeside < MAX_BESIDE)
        return VT_NONE;
    *wide = vt_rewrite_join_openly(&graph->rewrites->items[graph->edges[beside].rewrite], &rewrite);
    return beside;
}

static void kill_edge(struct vt_graph *graph, struct edge *edge) {
    if (edge->dead)
        return;
    edge->dead = true;
    graph->nodes[edge->from].nout--;
    graph->nodes[edge->to].nin--;
    graph->nodes[edge->to].loops -= edge->from == edge->to;
}

/* True if an edge is there that tells all that EDGE does, if need be after making one wider. */
static bool is_told(struct vt_graph *graph, const struct edge *edge, uint32_t first) {
    struct vt_rewrite wide;
    bool told = false;
    uint32_t joined = find_joined(graph, edge, first, &wide, &told);
    if (told || joined == VT_NONE)
        return told;
    graph->edges[joined].rewrite = vt_rewrites_add(graph->rewrites, &wide);
    for (uint32_t next = first; next; next = graph->edges[next - 1].next_same) {
        struct edge *other = &graph->edges[next - 1];
        if (next - 1 != joined && !other->dead && tells(edge->tags, other->tags) &&
            vt_rewrite_covers(&wide, &graph->rewrites->items[other->rewrite]))
            kill_edge(graph, other);
    }
    return true;
}

/* True if going round the edge, from a node to itself, makes a difference: an encoder's loop does,
 * a counter's does not. */
static bool changes(const struct vt_graph *graph, const struct edge *edge) {
    const struct vt_rewrite *rewrite = &graph->rewrites->items[edge->rewrite];
    const uint32_t dull = VT_TAG_ARITHMETIC | VT_TAG_TRUNCATE | VT_TAG_COMPARED | VT_TAG_DECIDED |
                          VT_TAG_INDEX | VT_TAG_LENGTH;
    if (graph->nodes[edge->to].as.kind != VT_NODE_HUB)
        return rewrite->ntake || rewrite->nput;
    return (edge->tags & ~dull) != 0;
}

/* A constant is asked for as itself, not for what it decided or was compared with; nor for how far
 * it is from something, if that is no day that was made of it. */
static bool is_idle_constant(const struct vt_graph *graph, const struct edge *edge) {
    bool is_distance = edge->tags & VT_TAG_LENGTH && !(edge->tags & VT_TAG_ENCODE);
    return graph->nodes[edge->from].as.kind == VT_NODE_CONSTANT &&
           (is_distance || edge->tags & (VT_TAG_COMPARED | VT_TAG_DECIDED | VT_TAG_INDEX));
}

/* What decides a value is followed where it is a value itself: a result, not a field of memory. */
static bool is_idle_decision(const struct vt_graph *graph, const struct edge *edge) {
    uint8_t kind = graph->nodes[edge->from].as.kind;
    if (!(edge->tags & VT_TAG_DECIDED) || kind == VT_NODE_HUB || kind == VT_NODE_RESULT ||
        kind == VT_NODE_OUTCOME)
        return false;
    return kind == VT_NODE_GLOBAL || graph->rewrites->items[edge->rewrite].ntake > 0;
}

static void add_edge(struct vt_graph *graph, struct edge edge) {
    if (is_idle_constant(graph, &edge) || is_idle_decision(graph, &edge))
        return;
    if (edge.from == edge.to && !changes(graph, &edge))
        return;
    if (2 * (graph->pairs_used + 1) > graph->npairs)
        grow_pairs(graph);
    uint32_t *pair = pair_of(graph, edge.from, edge.to);
    if (is_told(graph, &edge, *pair))
        return;
    graph->edges = vt_grow(graph->arena, graph->edges, graph->nedges, &graph->edges_capacity,
                           sizeof *graph->edges);
    struct node *from = &graph->nodes[edge.from], *to = &graph->nodes[edge.to];
    edge.next_out = from->first_out;
    edge.next_in = to->first_in;
    edge.next_same = *pair;
    graph->pairs_used += !*pair;
    graph->edges[graph->nedges++] = edge;
    *pair = from->first_out = to->first_in = (uint32_t)graph->nedges;
    from->nout++;
    to->nin++;
    from->loops += from == to;
}

void vt_graph_edge(struct vt_graph *graph, uint32_t from, uint32_t to,
                   const struct vt_rewrite *rewrite, uint32_t tags, uint32_t location) {
    assert(from < graph->nnodes && to < graph->nnodes);
    add_edge(graph, (struct edge){.from = from,
                                  .to = to,
                                  .tags = tags,
                                  .location = location,
                                  .rewrite = vt_rewrites_add(graph->rewrites, rewrite)});
}

/* ---- Folding ----------------------------------------------------------------------------- */

static bool is_source(const struct vt_node *node) {
    switch (node->kind) {
    case VT_NODE_FORMAL:
    case VT_NODE_RESULT:
    case VT_NODE_EFFECT:
    case VT_NODE_GLOBAL:
    case VT_NODE_TYPE:
    case VT_NODE_CONSTANT:
    case VT_NODE_OUTCOME:
        return true;
    default:
        return false;
    }
}

static bool is_sink(const struct vt_node *node) {
    switch (node->kind) {
    case VT_NODE_RETURN:
    case VT_NODE_OUT:
    case VT_NODE_ARGUMENT:
    case VT_NODE_CALLEE:
    case VT_NODE_GLOBAL:
    case VT_NODE_TYPE:
    case VT_NODE_IN:
    case VT_NODE_SUBJECT:
    case VT_NODE_BEHIND:
    case VT_NODE_PLACED:
        return true;
    default:
        return false;
    }
}

/* Marks what is reached from the ports at one end; forwards or backwards. */
static uint8_t *reach(const struct vt_graph *graph, bool forward) {
    uint8_t *seen = vt_alloc(graph->arena, graph->nnodes);
    uint32_t *work = vt_alloc_array(graph->arena, graph->nnodes, sizeof *work), nwork = 0;
    for (uint32_t n = 0; n < graph->nnodes; n++)
        if (forward ? is_source(&graph->nodes[n].as) : is_sink(&graph->nodes[n].as)) {
            seen[n] = 1;
            work[nwork++] = n;
        }
    while (nwork) {
        const struct node *node = &graph->nodes[work[--nwork]];
        uint32_t next = forward ? node->first_out : node->first_in;
        while (next) {
            const struct edge *edge = &graph->edges[next - 1];
            uint32_t other = forward ? edge->to : edge->from;
            if (!edge->dead && !seen[other]) {
                seen[other] = 1;
                work[nwork++] = other;
            }
            next = forward ? edge->next_out : edge->next_in;
        }
    }
    return seen;
}

static void prune(struct vt_graph *graph) {
    uint8_t *from_source = reach(graph, true), *to_sink = reach(graph, false);
    for (size_t e = 0; e < graph->nedges; e++) {
        struct edge *edge = &graph->edges[e];
        if (!from_source[edge->from] || !to_sink[edge->to])
            kill_edge(graph, edge);
    }
}

/* Where something happens is told by the edge that does something. */
static uint32_t told_location(const struct edge *first, const struct edge *second) {
    if (second->location == VT_NONE || (first->tags && !second->tags && first->location != VT_NONE))
        return first->location;
    return second->location;
}

static void join(struct vt_graph *graph, uint32_t in, uint32_t out) {
    struct edge first = graph->edges[in - 1], second = graph->edges[out - 1];
    struct vt_rewrite both;
    if (!first.rewrite || !second.rewrite) {
        both = graph->rewrites->items[first.rewrite + second.rewrite];
    } else if (!vt_rewrite_compose(&graph->rewrites->items[first.rewrite],
                                   &graph->rewrites->items[second.rewrite], &both)) {
        return;
    }
    add_edge(graph, (struct edge){.from = first.from,
                                  .to = second.to,
                                  .rewrite = vt_rewrites_add(graph->rewrites, &both),
                                  .tags = first.tags | second.tags,
                                  .location = told_location(&first, &second)});
}

/* Takes HUB out: every way in is joined to every way out. */
static void eliminate(struct vt_graph *graph, uint32_t hub) {
    for (uint32_t in = graph->nodes[hub].first_in; in; in = graph->edges[in - 1].next_in) {
        if (graph->edges[in - 1].dead)
            continue;
        for (uint32_t out = graph->nodes[hub].first_out; out; out = graph->edges[out - 1].next_out)
            if (!graph->edges[out - 1].dead)
                join(graph, in, out);
    }
    for (uint32_t in = graph->nodes[hub].first_in; in; in = graph->edges[in - 1].next_in)
        kill_edge(graph, &graph->edges[in - 1]);
    for (uint32_t out = graph->nodes[hub].first_out; out; out = graph->edges[out - 1].next_out)
        kill_edge(graph, &graph->edges[out - 1]);
}

static bool pays(const struct node *node) {
    uint64_t in = node->nin, out = node->nout;
    return node->as.kind == VT_NODE_HUB && in + out && !node->loops && in * out <= in + out + 1;
}

static void find_live(struct vt_graph *graph) {
    for (uint32_t n = 0; n < graph->nnodes; n++)
        graph->nodes[n].live = graph->nodes[n].nin || graph->nodes[n].nout;
}

void vt_graph_fold(struct vt_graph *graph) {
    prune(graph);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t n = 0; n < graph->nnodes; n++) {
            if (pays(&graph->nodes[n])) {
                eliminate(graph, n);
                changed = true;
            }
        }
    }
    prune(graph);
    find_live(graph);
}

bool vt_graph_is_live(const struct vt_graph *graph, uint32_t node) {
    return graph->nodes[node].live;
}

bool vt_graph_is_fed(const struct vt_graph *graph, uint32_t node) {
    for (uint32_t in = graph->nodes[node].first_in; in; in = graph->edges[in - 1].next_in) {
        const struct edge *edge = &graph->edges[in - 1];
        if (!edge->dead && graph->nodes[edge->from].as.kind != VT_NODE_CONSTANT)
            return true;
    }
    return false;
}

bool vt_graph_is_outcome(const struct vt_graph *graph, uint32_t node) {
    return graph->nodes[node].as.kind == VT_NODE_OUTCOME;
}

bool vt_graph_is_result(const struct vt_graph *graph, uint32_t node, uint32_t *call) {
    if (node == VT_NONE || graph->nodes[node].as.kind != VT_NODE_RESULT)
        return false;
    *call = graph->nodes[node].as.ref;
    return true;
}

bool vt_graph_is_effect(const struct vt_graph *graph, uint32_t node, uint32_t *call,
                        unsigned *argument) {
    if (node == VT_NONE || graph->nodes[node].as.kind != VT_NODE_EFFECT)
        return false;
    *call = graph->nodes[node].as.ref;
    *argument = graph->nodes[node].as.index;
    return true;
}

void vt_graph_drop(struct vt_graph *graph, uint32_t node) {
    for (uint32_t in = graph->nodes[node].first_in; in; in = graph->edges[in - 1].next_in)
        kill_edge(graph, &graph->edges[in - 1]);
    for (uint32_t out = graph->nodes[node].first_out; out; out = graph->edges[out - 1].next_out)
        kill_edge(graph, &graph->edges[out - 1]);
    graph->nodes[node].live = false;
}

/* ---- Emitting ---------------------------------------------------------------------------- */

struct emitted {
    struct vt_node as;
    uint32_t node; /* of the graph */
};

/* Nodes in the order in which they are told: by kind, then by what they belong to. Hubs stay in the
 * order they were made in. */
static int compare_nodes(const void *left, const void *right) {
    const struct emitted *a = left, *b = right;
    if (a->as.kind != b->as.kind)
        return a->as.kind < b->as.kind ? -1 : 1;
    if (a->as.ref != b->as.ref)
        return a->as.ref < b->as.ref ? -1 : 1;
    if (a->as.index != b->as.index)
        return a->as.index < b->as.index ? -1 : 1;
    return a->node < b->node ? -1 : 1;
}

/* The live nodes into FUNCTION; gives the new number of each. */
static uint32_t *emit_nodes(struct vt_graph *graph, struct vt_arena *arena,
                            struct vt_function *function) {
    uint32_t *number = vt_alloc_array(graph->arena, graph->nnodes, sizeof *number);
    struct emitted *order = vt_alloc_array(graph->arena, graph->nnodes, sizeof *order);
    for (uint32_t n = 0; n < graph->nnodes; n++)
        if (graph->nodes[n].live)
            order[function->nnodes++] = (struct emitted){graph->nodes[n].as, n};
    if (function->nnodes > 0)
        qsort(order, function->nnodes, sizeof *order, compare_nodes);
    function->nodes = vt_alloc_array(arena, function->nnodes, sizeof *function->nodes);
    for (uint32_t n = 0; n < function->nnodes; n++) {
        function->nodes[n] = order[n].as;
        number[order[n].node] = n;
    }
    return number;
}

void vt_graph_emit(struct vt_graph *graph, struct vt_condenser *shared,
                   struct vt_function *function) {
    struct vt_arena *arena = shared->unit->arena;

    prune(graph);
    find_live(graph);
    uint32_t *number = emit_nodes(graph, arena, function);
    for (size_t e = 0; e < graph->nedges; e++)
        function->nedges += !graph->edges[e].dead;
    function->edges = vt_alloc_array(arena, function->nedges, sizeof *function->edges);
    struct vt_edge *to = function->edges;
    for (size_t e = 0; e < graph->nedges; e++) {
        const struct edge *edge = &graph->edges[e];
        if (edge->dead)
            continue;
        *to++ = (struct vt_edge){
            .from = number[edge->from],
            .to = number[edge->to],
            .rewrite = vt_rewrite_index(shared, &graph->rewrites->items[edge->rewrite]),
            .tags = edge->tags,
            .location = edge->location,
        };
    }
}

/* ---- Check ------------------------------------------------------------------------------- */

#ifndef NDEBUG
void vt_graph_check(const struct vt_graph *graph) {
    for (size_t e = 0; e < graph->nedges; e++) {
        const struct edge *edge = &graph->edges[e];
        assert(edge->from < graph->nnodes && edge->to < graph->nnodes);
        assert(edge->next_out <= graph->nedges && edge->next_in <= graph->nedges);
    }
    for (size_t n = 0; n < graph->nnodes; n++) {
        assert(graph->nodes[n].as.kind < VT_NODE_COUNT);
        for (uint32_t e = graph->nodes[n].first_out; e; e = graph->edges[e - 1].next_out)
            assert(graph->edges[e - 1].from == n);
        for (uint32_t e = graph->nodes[n].first_in; e; e = graph->edges[e - 1].next_in)
            assert(graph->edges[e - 1].to == n);
    }
}
#endif
