/* What each entry of the program can do, with the shortest way to it, in run.properties: releases
 * are compared by it. */
#include "engine/program/capability.h"

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "sarif/log.h"

static void put_place(struct vt_log *log, cJSON *item, uint32_t function, uint32_t location) {
    struct vt_json *json = &log->json;
    const struct vt_unit *unit;
    struct vt_place place = {.file = ""};
    vt_program_function(log->report->program, function, &unit);
    vt_log_place(unit, location, &place);
    if (*place.file)
        vt_json_text(json, item, "file", place.file);
    if (place.line)
        vt_json_number(json, item, "line", place.line);
}

static void put_effect(struct vt_log *log, cJSON *effects, const struct vt_capability *capability) {
    struct vt_json *json = &log->json;
    const struct vt_program *program = log->report->program;
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, capability->event, &unit);
    cJSON *item = vt_json_object(json, effects, NULL);
    vt_json_text(json, item, "class", capability->class_name);
    vt_json_text(json, item, "by", vt_string(unit->strings, event->function));
    put_place(log, item, capability->event.function, event->location);
    cJSON *path = capability->ncalls ? vt_json_array(json, item, "path") : NULL;
    for (size_t i = 1; i < capability->ncalls; i++)
        vt_json_text(json, path, NULL,
                     vt_program_function_name(program, capability->calls[i].function));
    if (capability->ncalls)
        vt_json_text(json, path, NULL,
                     vt_program_function_name(program, capability->event.function));
}

/* An entry with the COUNT capabilities it has. */
static void write_entry(struct vt_log *log, const struct vt_capability *capabilities,
                        size_t count) {
    struct vt_json *json = &log->json;
    const struct vt_program *program = log->report->program;
    struct vt_entry entry = capabilities[0].entry;
    const struct vt_function *facts = vt_program_function(program, entry.function, NULL);
    cJSON *item = cJSON_CreateObject();
    vt_json_text(json, item, "entry", vt_program_function_name(program, entry.function));
    vt_json_text(json, item, "kind", vt_entry_kind_name(entry.kind));
    put_place(log, item, entry.function, facts->location);
    cJSON *effects = vt_json_array(json, item, "effects");
    for (size_t i = 0; i < count; i++)
        put_effect(log, effects, &capabilities[i]);
    vt_json_value(json, NULL, item);
}

void vt_log_capabilities(struct vt_log *log) {
    struct vt_arena *arena = vt_arena_new();
    const struct vt_program *program = log->report->program;
    size_t count = 0, end;
    const struct vt_capability *all = NULL;
    if (program)
        all = vt_capabilities_find(program, vt_reach_find(program, arena), arena, &count);
    vt_json_open(&log->json, "capabilities", '[');
    for (size_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count && all[end].entry.function == all[i].entry.function &&
                          all[end].entry.kind == all[i].entry.kind;)
            end++;
        write_entry(log, &all[i], end - i);
    }
    vt_json_close(&log->json, ']');
    vt_arena_free(arena);
}
