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

bool vt_is_prompted(struct vt_program *program, const struct vt_source *source) {
    const struct vt_site *sites;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "terminal.read") &&
        !(vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
          vt_trap_is_terminal(program, source)))
        return false;
    uint32_t function = source->event.function;
    size_t count = vt_program_callers(program, function, &sites);
    bool is_asked = asks(program, function);
    for (size_t i = 0; i < count && !is_asked; i++)
        is_asked = asks(program, sites[i].function);
    return is_asked;
}
