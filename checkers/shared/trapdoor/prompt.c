/* See prompt.h. */
#include "checkers/shared/trapdoor/prompt.h"

#include <string.h>

#include "checkers/shared/trapdoor/trap.h"
#include "engine/base/strings.h"

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

/* How often, and where, the way is changed in which a terminal takes what is typed. */
struct changes {
    unsigned count;
    bool repeat; /* one stands in a loop */
};

/* Those of FUNCTION, by itself or by functions that it calls. */
static struct changes changes_of(struct vt_program *program, uint32_t function, unsigned calls) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    struct changes changes = {0};
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        if (event->fact != VT_FACT_EFFECT ||
            !vt_class_is(vt_string(unit->strings, event->class_name), "terminal.mode"))
            continue;
        changes.count++;
        changes.repeat |= event->repeats;
    }
    for (uint32_t c = 0; calls && c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count; i++) {
            if (changes_of(program, targets[i], calls - 1).count == 0)
                continue;
            changes.count++;
            changes.repeat |= facts->calls[c].repeats;
        }
    }
    return changes;
}

/* True if what REF reads in a loop is handed on in one. */
static bool is_passed_on(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    for (uint32_t e = 0; facts->events[ref.event].repeats && e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        bool repeats = (to->kind == VT_NODE_IN && facts->events[to->ref].repeats) ||
                       (to->kind == VT_NODE_ARGUMENT && facts->calls[to->ref].repeats);
        if (repeats && from->kind == VT_NODE_OUTCOME && from->ref == ref.event)
            return true;
    }
    return false;
}

/* One line that a terminal takes in another way than those before and after it is not shown. All
 * that is typed until the terminal is set back is a session, of a shell somewhere. */
static bool is_hidden(struct vt_program *program, struct vt_event_ref ref) {
    struct changes changes = changes_of(program, ref.function, 1);
    return changes.count > 1 && (changes.repeat || !is_passed_on(program, ref));
}

bool vt_is_prompted(struct vt_program *program, const struct vt_source *source) {
    const struct vt_site *sites;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "terminal.read") &&
        !(vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
          vt_trap_is_terminal(program, source)))
        return false;
    uint32_t function = source->event.function;
    size_t count = vt_program_callers(program, function, &sites);
    if (strcmp(vt_event_value(program, source->event), "password") == 0)
        return true; /* by the name of where it goes */
    bool is_asked = asks(program, function) || is_hidden(program, source->event);
    for (size_t i = 0; i < count && !is_asked; i++)
        is_asked = asks(program, sites[i].function);
    return is_asked;
}
