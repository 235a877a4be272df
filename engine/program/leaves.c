/* Requires: a linked program. Gives: vt_leaves_find. Breaks: nothing. */
#include "engine/program/leaves.h"

static void add_leaf(struct vt_leaves *leaves, struct vt_leaf leaf) {
    for (unsigned i = 0; i < leaves->count; i++) {
        const struct vt_leaf *known = &leaves->items[i];
        if (known->kind == leaf.kind && known->ref == leaf.ref && known->number == leaf.number &&
            known->tags == leaf.tags && known->node == leaf.node &&
            vt_path_equal(&known->path, &leaf.path))
            return;
    }
    if (leaves->count < VT_MAX_LEAVES)
        leaves->items[leaves->count++] = leaf;
    else
        leaves->cut = true;
}

static void add_state(struct vt_leaves *leaves, struct vt_leaf_state state) {
    for (unsigned i = 0; i < leaves->nstates; i++) {
        const struct vt_leaf_state *known = &leaves->states[i];
        if (known->node == state.node && !(known->tags & ~state.tags) &&
            vt_path_equal(&known->path, &state.path))
            return;
    }
    if (leaves->nstates < VT_MAX_LEAF_STATES)
        leaves->states[leaves->nstates++] = state;
    else
        leaves->cut = true;
}

static void flow_in(struct vt_leaves *leaves, struct vt_leaf_state state) {
    const struct vt_program *program = leaves->program;
    const struct vt_rewrite *rewrites = program->rewrites->items;
    uint32_t count;
    const struct vt_linked_edge *edges = vt_edges_into(program, state.node, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct vt_linked_edge *edge = &edges[i];
        struct vt_leaf_state before = {edge->from, state.tags | edge->tags, state.path};
        if (edge->tags & VT_LEAVES_STOP)
            continue;
        if (edge->rewrite &&
            !vt_rewrite_backward(&rewrites[edge->rewrite], &state.path, &before.path))
            continue;
        add_state(leaves, before);
    }
}

/* The search ends at STATE. */
static void end(struct vt_leaves *leaves, const struct vt_leaf_state *state, int kind, uint32_t ref,
                int64_t number) {
    add_leaf(leaves, (struct vt_leaf){.kind = kind,
                                      .ref = ref,
                                      .number = number,
                                      .tags = state->tags,
                                      .node = state->node,
                                      .path = state->path});
}

static void at_constant(struct vt_leaves *leaves, const struct vt_leaf_state *state) {
    const struct vt_linked_node *node = &leaves->program->nodes[state->node];
    const struct vt_constant *constant =
        &vt_unit_of(leaves->program, node->function)->constants[node->ref];
    if (constant->kind == VT_CONSTANT_INT)
        end(leaves, state, VT_LEAF_NUMBER, 0, constant->number);
}

static void expand(struct vt_leaves *leaves, struct vt_leaf_state state) {
    const struct vt_linked_node *node = &leaves->program->nodes[state.node];
    bool is_value = state.path.count == 0;
    switch ((enum vt_node_kind)node->kind) {
    case VT_NODE_OUTCOME:
        end(leaves, &state, VT_LEAF_EVENT, node->ref, 0);
        break;
    case VT_NODE_RESULT:
        end(leaves, &state, is_value ? VT_LEAF_CALL : VT_LEAF_OTHER, node->ref, 0);
        break;
    case VT_NODE_FORMAL:
    case VT_NODE_EFFECT:
    case VT_NODE_GLOBAL:
    case VT_NODE_TYPE:
        end(leaves, &state, VT_LEAF_OTHER, 0, 0);
        break;
    case VT_NODE_CONSTANT:
        at_constant(leaves, &state);
        break;
    default:
        flow_in(leaves, state);
        break;
    }
}

void vt_leaves_find(struct vt_leaves *leaves, uint32_t function, struct vt_node node,
                    bool beneath) {
    const struct vt_linked_function *f = &leaves->program->functions[function];
    leaves->nstates = leaves->count = 0;
    leaves->cut = false;
    for (uint32_t n = 0; n < f->facts->nnodes; n++) {
        const struct vt_node *at = &f->facts->nodes[n];
        if (at->kind == node.kind && at->index == node.index && at->ref == node.ref)
            add_state(leaves,
                      (struct vt_leaf_state){.node = f->first_node + n, .path = {.open = beneath}});
    }
    for (unsigned i = 0; i < leaves->nstates; i++)
        expand(leaves, leaves->states[i]);
}
