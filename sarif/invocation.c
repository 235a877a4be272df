/* run.invocations: what was not looked at, and why. */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "sarif/blind.h"
#include "sarif/log.h"

static void put_descriptor(struct vt_json *json, cJSON *parent, const char *id, size_t index) {
    cJSON *descriptor = vt_json_object(json, parent, "descriptor");
    vt_json_text(json, descriptor, "id", id);
    vt_json_number(json, descriptor, "index", (double)index);
}

/* What BLIND is about. The main file of its UNIT (or NULL) is called as everywhere in the log. */
static const char *about(const struct vt_log *log, const struct vt_program_blind *blind,
                         const struct vt_unit *unit) {
    const char *source = unit ? vt_string(unit->strings, unit->source) : "";
    if (*blind->text && strcmp(blind->text, source) != 0)
        return blind->text;
    size_t artifact = vt_artifacts_find(log->artifacts, unit, source);
    return artifact == SIZE_MAX ? "no name" : log->artifacts->items[artifact].uri;
}

/* BLIND as a notification, at its place if that is known. */
static void write_notification(struct vt_log *log, const struct vt_program_blind *blind) {
    struct vt_json *json = &log->json;
    const struct vt_blind_text *text = vt_blind_text(blind->kind);
    const struct vt_unit *unit =
        blind->unit == VT_NONE ? NULL : vt_program_unit(log->report->program, blind->unit, NULL);
    cJSON *notification = cJSON_CreateObject();
    put_descriptor(json, notification, text->id, blind->kind);
    vt_json_text(json, notification, "level", text->level);

    struct vt_arena *arena = vt_arena_new();
    uint32_t count = blind->count ? blind->count : 1;
    const char *arguments[] = {about(log, blind, unit), vt_alloc_format(arena, "%u", count), NULL};
    vt_log_message(log, notification, "plain", text->message, arguments);
    vt_arena_free(arena);

    if (unit) {
        struct vt_place place = {
            .file = vt_string(unit->strings, unit->source), .function = "", .unit = unit};
        vt_log_place(unit, blind->location, &place);
        vt_log_location(log, vt_json_array(json, notification, "locations"), NULL, place);
    }
    vt_json_value(json, NULL, notification);
}

/* Units without facts first: they are the largest holes. */
static void write_notifications(struct vt_log *log) {
    const struct vt_report *report = log->report;
    vt_json_open(&log->json, "toolExecutionNotifications", '[');
    for (size_t i = 0; i < report->nmissing; i++) {
        struct vt_program_blind blind = {.kind = VT_BLIND_UNIT,
                                         .unit = VT_NONE,
                                         .location = VT_NONE,
                                         .text = report->missing[i]};
        write_notification(log, &blind);
    }
    size_t nblinds = 0;
    const struct vt_program_blind *blinds = NULL;
    if (report->program)
        blinds = vt_program_blinds(report->program, &nblinds);
    for (size_t i = 0; i < nblinds; i++)
        write_notification(log, &blinds[i]);
    vt_json_close(&log->json, ']');
}

/* Rules that did not run are switched off in this run: that they found nothing tells nothing. */
static void write_overrides(struct vt_log *log) {
    struct vt_json *json = &log->json;
    vt_json_open(json, "ruleConfigurationOverrides", '[');
    for (size_t i = 0; vt_rules[i]; i++) {
        if (vt_rule_selected(vt_rules[i], log->report->selection))
            continue;
        cJSON *override = cJSON_CreateObject();
        put_descriptor(json, override, vt_rules[i]->id, i);
        vt_json_bool(json, vt_json_object(json, override, "configuration"), "enabled", false);
        vt_json_value(json, NULL, override);
    }
    vt_json_close(json, ']');
}

void vt_log_invocation(struct vt_log *log) {
    struct vt_json *json = &log->json;
    vt_json_open(json, "invocations", '[');
    vt_json_open(json, NULL, '{');
    vt_json_value(json, "executionSuccessful", cJSON_CreateBool(log->report->complete));
    if (log->report->command_line) {
        cJSON *holder = cJSON_CreateObject();
        vt_json_text(json, holder, "text", log->report->command_line);
        vt_json_value(json, "commandLine", cJSON_DetachItemFromObjectCaseSensitive(holder, "text"));
        cJSON_Delete(holder);
    }
    write_overrides(log);
    write_notifications(log);
    vt_json_close(json, '}');
    vt_json_close(json, ']');
}
