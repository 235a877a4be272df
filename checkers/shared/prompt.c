/* See prompt.h. */
#include "checkers/shared/prompt.h"

#include "checkers/shared/trap.h"
#include "engine/strings.h"

static bool asks_for_secret(struct vt_program *program, const char *text) {
    return vt_program_fits(program, "prompt", text, "secret");
}

/* True if FUNCTION gives such a text to a call or an effect. */
static bool asks(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        bool is_given = to->kind == VT_NODE_ARGUMENT ||
                        (to->kind == VT_NODE_IN && facts->events[to->ref].fact == VT_FACT_EFFECT);
        if (is_given && from->kind == VT_NODE_CONSTANT &&
            unit->constants[from->ref].kind == VT_CONSTANT_TEXT &&
            asks_for_secret(program, vt_string(unit->strings, unit->constants[from->ref].text)))
            return true;
    }
    return false;
}

/* How often FUNCTION, by itself or by functions that it calls, changes how its terminal takes what
 * is typed. */
static unsigned changes_terminal(struct vt_program *program, uint32_t function, unsigned calls) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    unsigned changes = 0;
    for (uint32_t e = 0; e < facts->nevents; e++)
        changes +=
            facts->events[e].fact == VT_FACT_EFFECT &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "terminal.mode");
    for (uint32_t c = 0; calls && c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count; i++)
            changes += changes_terminal(program, targets[i], calls - 1) > 0;
    }
    return changes;
}

/* One line that a terminal takes in another way than those before and after it is not shown. */
static bool is_hidden(struct vt_program *program, uint32_t function) {
    return changes_terminal(program, function, 1) > 1;
}

bool vt_is_prompted(struct vt_program *program, const struct vt_source *source) {
    const struct vt_site *sites;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "terminal.read") &&
        !(vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
          vt_trap_is_terminal(program, source)))
        return false;
    uint32_t function = source->event.function;
    size_t count = vt_program_callers(program, function, &sites);
    bool is_asked = asks(program, function) || is_hidden(program, function);
    for (size_t i = 0; i < count && !is_asked; i++)
        is_asked = asks(program, sites[i].function);
    return is_asked;
}
