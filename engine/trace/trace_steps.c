/* The way from a source to the question, told step by step.
 *
 * A trace's states point back towards the question, which is the way the data flows. Where an
 * argument was reached through a callee (`via`), the way leads through the callee first: the call
 * to come back to waits on a stack meanwhile.
 */
#include <assert.h>

#include "engine/program/program_impl.h"

#define MAX_STATES                                                                                 \
    4096 /* looked at before callees that were passed through are told as one step                 \
          */

struct walk {
    const struct vt_trace *trace;
    const struct vt_program *program;
    struct vt_arena *arena;
    struct vt_flow_step *steps;
    size_t nsteps, step_capacity;
    uint32_t *stack; /* results to go on at, innermost last */
    size_t depth, stack_capacity;
    uint32_t pending; /* tags of edges without a location, for the next step */
    size_t looked_at;
};

static const struct vt_witness *witness(const struct walk *walk, uint32_t state) {
    assert(state < walk->trace->nstates);
    return &walk->trace->states[state];
}

static bool is_shared(const struct walk *walk, uint32_t state) {
    return witness(walk, state)->node >= walk->program->nnodes;
}

static const struct vt_node *node_at(const struct walk *walk, uint32_t state) {
    return vt_node_of(walk->program, witness(walk, state)->node);
}

static uint32_t function_at(const struct walk *walk, uint32_t state) {
    return walk->program->nodes[witness(walk, state)->node].function;
}

/* The call that STATE's node (an argument, result or effect) belongs to. */
static const struct vt_call *call_at(const struct walk *walk, uint32_t state) {
    const struct vt_function *facts = walk->program->functions[function_at(walk, state)].facts;
    return &facts->calls[node_at(walk, state)->ref];
}

/* Adds STEP, or lays it and the one before together if both are at the same place and one of them
 * says nothing but that. */
static void emit(struct walk *walk, struct vt_flow_step step) {
    step.tags |= walk->pending;
    walk->pending = 0;
    if (step.kind == VT_STEP_FLOW && step.location == VT_NONE) {
        walk->pending = step.tags;
        return;
    }
    step.unit = vt_unit_of(walk->program, step.function);
    if (step.kind != VT_STEP_CALL && step.kind != VT_STEP_RETURN)
        step.call = VT_NONE;
    struct vt_flow_step *last = walk->nsteps ? &walk->steps[walk->nsteps - 1] : NULL;
    bool same = last && last->function == step.function &&
                (last->location == step.location ||
                 (last->kind == VT_STEP_SOURCE && last->location == VT_NONE));
    if (same && (last->kind == VT_STEP_FLOW || step.kind == VT_STEP_FLOW)) {
        step.tags |= last->tags;
        if (step.kind == VT_STEP_FLOW) {
            last->tags = step.tags;
            last->location = step.location;
        } else {
            *last = step;
        }
        return;
    }
    walk->steps =
        vt_grow(walk->arena, walk->steps, walk->nsteps, &walk->step_capacity, sizeof *walk->steps);
    walk->steps[walk->nsteps++] = step;
}

/* Where STATE's node itself stands in the source, if it stands somewhere. */
static uint32_t place_of(const struct walk *walk, uint32_t state) {
    const struct vt_function *facts = walk->program->functions[function_at(walk, state)].facts;
    const struct vt_node *node = node_at(walk, state);
    switch (node->kind) {
    case VT_NODE_IN:
    case VT_NODE_OUTCOME:
        return facts->events[node->ref].location;
    case VT_NODE_SUBJECT:
        return facts->predicates[node->ref].location;
    case VT_NODE_FORMAL:
        return facts->location;
    case VT_NODE_RESULT:
    case VT_NODE_CALLEE:
        return facts->calls[node->ref].location;
    default:
        return VT_NONE;
    }
}

static void emit_end(struct walk *walk, uint32_t state, int kind) {
    emit(walk, (struct vt_flow_step){.kind = kind,
                                     .function = function_at(walk, state),
                                     .location = place_of(walk, state),
                                     .callee = VT_NONE});
}

/* Into CALLEE through the argument STATE. */
static void emit_call(struct walk *walk, uint32_t state, uint32_t callee) {
    emit(walk, (struct vt_flow_step){.kind = VT_STEP_CALL,
                                     .function = function_at(walk, state),
                                     .location = call_at(walk, state)->location,
                                     .callee = callee,
                                     .call = node_at(walk, state)->ref,
                                     .index = node_at(walk, state)->index});
}

/* Out of CALLEE to STATE, the result or effect of a call. */
static void emit_return(struct walk *walk, uint32_t callee, uint32_t state) {
    emit(walk, (struct vt_flow_step){.kind = VT_STEP_RETURN,
                                     .function = function_at(walk, state),
                                     .location = call_at(walk, state)->location,
                                     .callee = callee,
                                     .call = node_at(walk, state)->ref});
}

/* From shared STATE to PARENT, the node that reads it. */
static void emit_global(struct walk *walk, uint32_t state, uint32_t parent) {
    uint32_t shared = witness(walk, state)->node - walk->program->nnodes;
    emit(walk, (struct vt_flow_step){.kind = VT_STEP_GLOBAL,
                                     .function = function_at(walk, parent),
                                     .location = VT_NONE,
                                     .callee = VT_NONE,
                                     .name = walk->program->shared_names[shared]});
}

/* Along the edge from STATE to the next, within a function. */
static void emit_flow(struct walk *walk, uint32_t state) {
    uint32_t function = function_at(walk, state);
    const struct vt_edge *edge =
        &walk->program->functions[function].facts->edges[witness(walk, state)->edge];
    emit(walk, (struct vt_flow_step){.kind = VT_STEP_FLOW,
                                     .function = function,
                                     .location = edge->location,
                                     .tags = edge->tags & VT_WAY_TAGS,
                                     .callee = VT_NONE});
}

/* From the argument STATE through the callee it was reached by; gives the state to go on at. */
static uint32_t enter(struct walk *walk, uint32_t state) {
    const struct vt_witness *w = witness(walk, state);
    uint32_t callee = function_at(walk, w->parent);
    emit_call(walk, state, callee);
    if (walk->looked_at > MAX_STATES) {
        emit_return(walk, callee, w->via);
        return w->via;
    }
    walk->stack =
        vt_grow(walk->arena, walk->stack, walk->depth, &walk->stack_capacity, sizeof *walk->stack);
    walk->stack[walk->depth++] = w->via;
    return w->parent;
}

/* From STATE, where a context starts, back to the call: the one that waits, or the first ever. */
static uint32_t leave(struct walk *walk, uint32_t state) {
    uint32_t result = walk->depth ? walk->stack[--walk->depth] : witness(walk, state)->via;
    emit_return(walk, function_at(walk, state), result);
    return result;
}

/* Tells the way from STATE to the next state, and gives that. */
static uint32_t advance(struct walk *walk, uint32_t state) {
    const struct vt_witness *w = witness(walk, state);
    walk->looked_at++;
    if (w->parent == VT_NONE)
        return leave(walk, state);
    if (w->via != VT_NONE)
        return enter(walk, state);
    if (is_shared(walk, state)) {
        emit_global(walk, state, w->parent);
    } else if (w->edge == VT_EDGE_ASSUMED) {
        emit(walk, (struct vt_flow_step){.kind = VT_STEP_FLOW,
                                         .tags = VT_TAG_ASSUMED,
                                         .function = function_at(walk, state),
                                         .location = call_at(walk, state)->location,
                                         .callee = VT_NONE});
    } else if (w->edge != VT_NONE) {
        emit_flow(walk, state);
    } else if (!is_shared(walk, w->parent) && node_at(walk, w->parent)->kind == VT_NODE_FORMAL) {
        emit_call(walk, state, function_at(walk, w->parent));
    }
    return w->parent;
}

struct vt_flow_step *vt_trace_steps(const struct vt_trace *trace, const struct vt_source *source,
                                    struct vt_arena *arena, size_t *count) {
    struct vt_arena *scratch = trace->states ? NULL : vt_arena_new();
    struct walk walk = {.trace = trace, .program = trace->program, .arena = arena};
    if (scratch)
        walk.trace = vt_trace_again(trace, scratch);
    uint32_t state = walk.trace->starts[source->state];
    emit_end(&walk, state, VT_STEP_SOURCE);
    while (witness(&walk, state)->parent != VT_NONE || witness(&walk, state)->via != VT_NONE)
        state = advance(&walk, state);
    emit_end(&walk, state, VT_STEP_SINK);
    vt_arena_free(scratch);
    *count = walk.nsteps;
    return walk.steps;
}
