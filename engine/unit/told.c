/* Events: what calls do, and what code of the program says by itself.
 *
 * requires: nothing.  gives: events and the edges at them.  breaks: nothing.
 */
#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/unit/analysis.h"

uint32_t vt_add_event(struct vt_analysis *analysis, const struct vt_event *event, uint32_t block) {
    uint32_t number = analysis->nevents++;
    analysis->events = vt_grow(analysis->arena, analysis->events, number,
                               &analysis->events_capacity, sizeof *analysis->events);
    analysis->event_blocks =
        vt_grow(analysis->arena, analysis->event_blocks, number, &analysis->event_blocks_capacity,
                sizeof *analysis->event_blocks);
    analysis->event_locals =
        vt_grow(analysis->arena, analysis->event_locals, number, &analysis->event_locals_capacity,
                sizeof *analysis->event_locals);
    analysis->event_chosen =
        vt_grow(analysis->arena, analysis->event_chosen, number, &analysis->event_chosen_capacity,
                sizeof *analysis->event_chosen);
    analysis->events[number] = *event;
    analysis->event_blocks[number] = block;
    analysis->event_locals[number] = false;
    analysis->event_chosen[number] = NULL;
    return number;
}

uint32_t vt_add_told(struct vt_analysis *analysis, uint32_t at, enum vt_fact fact,
                     const char *class_name, const char *value) {
    const struct vt_inst *inst = vt_inst_at(analysis, at);
    struct vt_strings *strings = analysis->shared->unit->strings;
    struct vt_event event = {
        .fact = (uint8_t)fact,
        .repeats = analysis->cfg->loops[inst->block],
        .class_name = vt_intern(strings, class_name),
        .value = value ? vt_intern(strings, value) : 0,
        .location = inst->location,
        .guards = VT_NONE,
    };
    return vt_add_event(analysis, &event, inst->block);
}

void vt_event_gets(struct vt_analysis *analysis, uint32_t event, enum vt_role role, uint32_t at,
                   uint32_t value) {
    vt_use_value(analysis, at, vt_graph_node(analysis->graph, VT_NODE_IN, role, event), value, 0);
}

void vt_event_brings(struct vt_analysis *analysis, uint32_t event, uint32_t at, uint32_t value) {
    vt_graph_edge(analysis->graph, vt_graph_node(analysis->graph, VT_NODE_OUTCOME, 0, event),
                  vt_value_node(analysis, value), &vt_rewrite_value, 0,
                  vt_inst_at(analysis, at)->location);
}
