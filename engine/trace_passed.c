/* Functions that are passed as parameters.
 *
 * Requires: a solver at work. Gives: which ways cannot be because a function would have been given
 * two functions at once. Breaks: nothing.
 *
 * `atomic_io(read, fd, buffer, n)` and `atomic_io(write, ...)` share one indirect call. Each call
 * of atomic_io has one of the two: a way that leaves it by `write` does not enter it by `read`, and
 * goes on to those only who pass `write`.
 */
#include "engine/program_impl.h"

enum { MAX_BACK = 64 };

/* The parameter of its function that ARGUMENT or CALLEE node NODE holds and nothing else, or
 * VT_NONE. */
static uint32_t parameter_at(const struct vt_program *program, uint32_t node) {
    uint32_t first = program->incoming[node], end = program->incoming[node + 1];
    uint32_t found = VT_NONE;
    for (uint32_t e = first; e < end; e++) {
        const struct vt_linked_node *from = &program->nodes[program->edges[e].from];
        if (from->kind != VT_NODE_FORMAL || (found != VT_NONE && found != from->index))
            return VT_NONE;
        found = from->index;
    }
    return found;
}

/* The node of CALL of KIND and INDEX, or VT_NONE. */
static uint32_t node_of_call(const struct vt_program *program, uint32_t call,
                             enum vt_node_kind kind, uint32_t index) {
    uint32_t count;
    const uint32_t *nodes = vt_row(&program->call_nodes, call, &count);
    for (uint32_t i = 0; i < count; i++)
        if (program->nodes[nodes[i]].kind == kind && program->nodes[nodes[i]].index == index)
            return nodes[i];
    return VT_NONE;
}

/* The parameter that CALL calls, so that it is one function in each call of its own; or VT_NONE. */
static uint32_t called_parameter(const struct vt_program *program, uint32_t call) {
    uint32_t callee = VT_NONE;
    if (program->calls[call].entity == VT_NONE && program->calls[call].count > 1)
        callee = node_of_call(program, call, VT_NODE_CALLEE, 0);
    return callee == VT_NONE ? VT_NONE : parameter_at(program, callee);
}

uint32_t vt_passed_before(const struct vt_solver *solver, uint32_t id, uint32_t call) {
    const struct vt_program *program = solver->program;
    uint32_t function = program->calls[call].function;
    if (called_parameter(program, call) == VT_NONE)
        return VT_NONE;
    for (unsigned n = 0; id != VT_NONE && n < MAX_BACK; n++) {
        const struct vt_state *s = &solver->states[id];
        if (s->node >= program->nnodes || program->nodes[s->node].function != function)
            return VT_NONE;
        const struct vt_linked_node *node = &program->nodes[s->node];
        uint32_t inner = s->parent == VT_NONE ? VT_NONE : solver->states[s->parent].node;
        if (node->kind == VT_NODE_ARGUMENT && node->ref == call && inner < program->nnodes &&
            program->nodes[inner].kind == VT_NODE_FORMAL)
            return program->nodes[inner].function;
        id = s->via != VT_NONE ? s->via : s->parent;
    }
    return VT_NONE;
}

/* DEMAND, of the function that was left, as one of the function that makes CALL. */
static struct vt_demand pass_demand(const struct vt_program *program, struct vt_demand demand,
                                    uint32_t left, uint32_t call) {
    uint32_t argument, index = called_parameter(program, call);
    struct vt_demand none = {VT_NONE, VT_NONE, VT_NONE};
    uint32_t function = program->calls[call].function;
    if (index != VT_NONE)
        return (struct vt_demand){function, left, index};
    if (demand.function != left)
        return none;
    argument = node_of_call(program, call, VT_NODE_ARGUMENT, demand.index);
    index = argument == VT_NONE ? VT_NONE : parameter_at(program, argument);
    return index == VT_NONE ? none : (struct vt_demand){function, demand.target, index};
}

struct vt_demand vt_demand_at(const struct vt_solver *solver, uint32_t id) {
    const struct vt_program *program = solver->program;
    struct vt_demand demand = {VT_NONE, VT_NONE, VT_NONE};
    uint32_t back[MAX_BACK];
    unsigned nback = 0;
    for (; id != VT_NONE && nback < MAX_BACK; id = solver->states[id].parent) {
        if (solver->states[id].via != VT_NONE || solver->states[id].node >= program->nnodes)
            break;
        back[nback++] = id;
    }
    for (unsigned i = nback; i-- > 1;) {
        const struct vt_linked_node *inner = &program->nodes[solver->states[back[i]].node];
        const struct vt_linked_node *outer = &program->nodes[solver->states[back[i - 1]].node];
        if (inner->kind == VT_NODE_FORMAL && outer->kind == VT_NODE_ARGUMENT)
            demand = pass_demand(program, demand, inner->function, outer->ref);
    }
    return demand;
}

bool vt_demand_is_defied(const struct vt_program *program, const struct vt_demand *demand,
                         uint32_t call) {
    uint32_t node = node_of_call(program, call, VT_NODE_ARGUMENT, demand->index);
    if (node == VT_NONE)
        return false;
    uint32_t first = program->incoming[node], end = program->incoming[node + 1];
    uint32_t unit = program->functions[program->calls[call].function].unit;
    for (uint32_t e = first; e < end; e++) {
        const struct vt_linked_node *from = &program->nodes[program->edges[e].from];
        if (from->kind != VT_NODE_CONSTANT)
            return false;
        const struct vt_constant *constant = &program->units[unit].unit->constants[from->ref];
        if (constant->kind != VT_CONSTANT_FUNCTION)
            return false;
        uint32_t entity = vt_link_entity(program, unit, (uint32_t)constant->number);
        if (program->entities[entity].function == demand->target)
            return false;
    }
    return end > first;
}
