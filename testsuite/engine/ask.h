/* A linked program of hand-made units, and short questions about it. */
#ifndef VT_TESTSUITE_ASK_H
#define VT_TESTSUITE_ASK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "build_unit.h"
#include "engine/base/error.h"
#include "engine/program/program.h"

/* Links the N units of BUILDS under MODELS. */
static inline struct vt_program *ask_link_with(struct build *builds, size_t n,
                                               const struct vt_models *models) {
    struct vt_program *program = vt_program_new(models);
    struct vt_error error = {{0}};
    for (size_t i = 0; i < n; i++) {
        if (!vt_unit_verify(builds[i].unit, &error))
            fail_msg("unit %zu: %s", i, error.text);
        vt_program_add(program, builds[i].unit,
                       vt_string(builds[i].unit->strings, builds[i].unit->source));
    }
    if (!vt_program_link(program, &error))
        fail_msg("%s", error.text);
    return program;
}

static inline struct vt_program *ask_link(struct build *builds, size_t n) {
    return ask_link_with(builds, n, NULL);
}

static inline void ask_free(struct vt_program *program, struct build *builds, size_t n) {
    vt_program_free(program);
    for (size_t i = 0; i < n; i++)
        vt_arena_free(builds[i].arena);
}

/* The first function called NAME. */
static inline uint32_t ask_function(const struct vt_program *program, const char *name) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (strcmp(vt_program_function_name(program, f), name) == 0)
            return f;
    fail_msg("no function %s", name);
    return 0;
}

/* What a source is, in words: "event:class@function", "number:7", "text:abc", "function:f",
 * "parameter:1@function", "external:name". */
static inline void ask_print(const struct vt_program *program, const struct vt_source *source,
                             char *text, size_t size) {
    const char *where = vt_program_function_name(program, source->function);
    const struct vt_constant *c = source->constant;
    if (source->kind == VT_SOURCE_EVENT) {
        const struct vt_unit *unit;
        const struct vt_event *event = vt_program_event(program, source->event, &unit);
        snprintf(text, size, "event:%s@%s", vt_string(unit->strings, event->class_name), where);
    } else if (source->kind == VT_SOURCE_FUNCTION) {
        snprintf(text, size, "function:%s", where);
    } else if (source->kind == VT_SOURCE_PARAMETER) {
        snprintf(text, size, "parameter:%u@%s", source->index, where);
    } else if (source->kind == VT_SOURCE_EXTERNAL) {
        snprintf(text, size, "external:%s", source->name);
    } else if (c->kind == VT_CONSTANT_INT) {
        snprintf(text, size, "number:%lld", (long long)c->number);
    } else if (c->kind == VT_CONSTANT_FUNCTION) {
        snprintf(text, size, "address:%s", source->name);
    } else {
        snprintf(text, size, "text:%s", vt_string(source->unit->strings, c->text));
    }
}

/* The sources of TRACE, separated by spaces, in their order; in ARENA. "none" for no trace. */
static inline const char *ask_sources(const struct vt_program *program,
                                      const struct vt_trace *trace, struct vt_arena *arena) {
    char *all = vt_alloc_text(arena, "");
    size_t count;
    if (!trace)
        return "none";
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++) {
        char one[256];
        ask_print(program, &sources[i], one, sizeof one);
        all = vt_alloc_format(arena, "%s%s%s", all, i ? " " : "", one);
    }
    return all;
}

/* The only effect of class CLASS_NAME. */
static inline struct vt_event_ref ask_effect(const struct vt_program *program,
                                             const char *class_name, struct vt_arena *arena) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, class_name, arena, &count);
    if (count != 1)
        fail_msg("%zu effects of class %s", count, class_name);
    return refs[0];
}

/* Asserts that the payload of the only effect of CLASS_NAME comes from SOURCES. */
static inline void ask_payload(struct vt_program *program, const char *class_name, uint32_t avoid,
                               const char *sources) {
    struct vt_arena *arena = vt_arena_new();
    const struct vt_trace *trace = vt_trace_role(program, ask_effect(program, class_name, arena),
                                                 VT_ROLE_PAYLOAD, NULL, avoid);
    char *found = vt_alloc_text(arena, ask_sources(program, trace, arena));
    assert_string_equal(found, sources);
    vt_arena_free(arena);
}

/* One line for each step of the way of source number INDEX: "kind function:line tags [what]". */
static inline const char *ask_steps(const struct vt_program *program, const struct vt_trace *trace,
                                    size_t index, struct vt_arena *arena) {
    static const char *const kinds[] = {"source", "flow", "call", "return", "global", "sink"};
    size_t nsources, count;
    const struct vt_source *sources = vt_trace_sources(trace, &nsources);
    assert_true(index < nsources);
    struct vt_flow_step *steps = vt_trace_steps(trace, &sources[index], arena, &count);
    char *all = vt_alloc_text(arena, "");
    for (size_t i = 0; i < count; i++) {
        const struct vt_flow_step *s = &steps[i];
        char what[128] = "";
        if (s->kind == VT_STEP_CALL)
            snprintf(what, sizeof what, " %s(%u)", vt_program_function_name(program, s->callee),
                     s->index);
        else if (s->kind == VT_STEP_RETURN)
            snprintf(what, sizeof what, " %s", vt_program_function_name(program, s->callee));
        else if (s->kind == VT_STEP_GLOBAL)
            snprintf(what, sizeof what, " %s", s->name);
        all = vt_alloc_format(arena, "%s%s %s:%u %x%s\n", all, kinds[s->kind],
                              vt_program_function_name(program, s->function),
                              build_line(s->unit, s->location), s->tags, what);
    }
    return all;
}

#endif
