/* See applies.h. */
#include "checkers/shared/applies.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/strings.h"
#include "engine/facts/model.h"

static bool same_text(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "") == 0;
}

/* The role of ROW that is the argument its condition is about, or VT_ROLE_NONE. */
static enum vt_role role_of_condition(const struct vt_row *row) {
    if (row->when != VT_WHEN_EQUAL && row->when != VT_WHEN_UNEQUAL && row->when != VT_WHEN_MASKED)
        return VT_ROLE_NONE;
    for (uint8_t r = 0; r < row->nroles; r++) {
        const struct vt_port *port = &row->roles[r].port;
        if (port->base == (int8_t)row->when_argument && !port->depth && !port->field)
            return row->roles[r].role;
    }
    return VT_ROLE_NONE;
}

/* True if a number that reaches ROLE of REF fulfils the condition of ROW. What is no number may be
 * unequal to any; beside numbers, parameters are what stood there before. */
static bool is_fulfilled(struct vt_program *program, struct vt_event_ref ref,
                         const struct vt_row *row, enum vt_role role) {
    size_t count = 0, numbers = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool may_differ = row->when == VT_WHEN_UNEQUAL;
    for (size_t i = 0; i < count; i++) {
        int64_t number;
        bool is_number = vt_source_number(&sources[i], &number);
        if (is_number ? vt_row_fits(row, number)
                      : may_differ && sources[i].kind != VT_SOURCE_PARAMETER)
            return true;
        numbers += is_number;
    }
    return may_differ && (numbers == 0 || vt_trace_is_cut(trace));
}

bool vt_event_applies(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *class_name = vt_string(unit->strings, event->class_name);
    const char *value = vt_string(unit->strings, event->value);
    size_t count;
    const struct vt_row *rows = vt_models_find(vt_program_models(program),
                                               vt_string(unit->strings, event->function), &count);
    bool conditional = false;
    for (size_t i = 0; i < count; i++) {
        enum vt_role role = role_of_condition(&rows[i]);
        if (rows[i].fact != event->fact || !same_text(rows[i].class_name, class_name) ||
            !same_text(rows[i].value, value))
            continue;
        if (role == VT_ROLE_NONE || is_fulfilled(program, ref, &rows[i], role))
            return true;
        conditional = true;
    }
    return !conditional;
}
