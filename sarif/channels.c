/* What was declared, held against what was found: a result for each that agrees, and a list of all
 * in run.properties. What was found and not declared is a finding like any other. */
#include "checkers/shared/channel/channels.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "sarif/log.h"

#define RULE "update/undeclared-endpoint"

static const char *kind_of(const struct vt_channel *channel) {
    switch (channel->kind) {
    case VT_PEER_CONSTANT:
        return "constant";
    case VT_PEER_CONFIGURED:
        return "configured";
    default:
        return "listener";
    }
}

static struct vt_place place_of(struct vt_log *log, const struct vt_channel *channel) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(log->report->program, channel->event, &unit);
    struct vt_place place = {.file = vt_string(unit->strings, unit->source), .unit = unit};
    place.function = vt_program_function_name(log->report->program, channel->event.function);
    vt_log_place(unit, event->location, &place);
    return place;
}

/* ---- Results ------------------------------------------------------------------------------- */

static cJSON *new_result(struct vt_log *log, const char *kind, const char *text) {
    struct vt_json *json = &log->json;
    const struct vt_rule *const *rule = vt_rules;
    while (strcmp((*rule)->id, RULE) != 0)
        rule++;
    cJSON *result = cJSON_CreateObject();
    vt_json_text(json, result, "ruleId", RULE);
    vt_json_number(json, result, "ruleIndex", (double)vt_log_rule_index(*rule));
    vt_json_text(json, result, "kind", kind);
    vt_json_text(json, result, "level", "none");
    vt_log_text(log, result, "message", text);
    return result;
}

static void write_declared(struct vt_log *log, const struct vt_channel *channel) {
    const char *text =
        vt_alloc_format(log->arena, "The program talks to %s, declared as '%s'.",
                        vt_channel_words(log->arena, channel), channel->service->name);
    cJSON *result = new_result(log, "pass", text);
    vt_log_location(log, vt_json_array(&log->json, result, "locations"), NULL,
                    place_of(log, channel));
    vt_json_value(&log->json, NULL, result);
}

static void write_absent(struct vt_log *log, const struct vt_service *service) {
    const char *text = vt_alloc_format(
        log->arena, "The service '%s' is declared, and nothing in the program was seen to use it.",
        service->name);
    vt_json_value(&log->json, NULL, new_result(log, "informational", text));
}

void vt_log_declared(struct vt_log *log) {
    const struct vt_channels *channels = log->report->channels;
    if (!channels)
        return;
    for (size_t i = 0; i < channels->count; i++)
        if (channels->items[i].service)
            write_declared(log, &channels->items[i]);
    for (size_t i = 0; i < channels->declaration->nservices; i++)
        if (!vt_channels_use(channels, &channels->declaration->services[i]))
            write_absent(log, &channels->declaration->services[i]);
}

/* ---- run.properties ------------------------------------------------------------------------ */

static void write_channel(struct vt_log *log, const struct vt_channel *channel) {
    struct vt_json *json = &log->json;
    cJSON *item = cJSON_CreateObject();
    vt_json_text(json, item, "peer", kind_of(channel));
    if (channel->kind == VT_PEER_CONSTANT)
        vt_json_text(json, item, "name", channel->name);
    vt_json_bool(json, item, "concealed", channel->concealed);
    if (channel->service)
        vt_json_text(json, item, "declaredAs", channel->service->name);
    vt_json_bool(json, item, "sends", channel->directions & VT_DIRECTION_SENDS);
    vt_json_bool(json, item, "receives", channel->directions & VT_DIRECTION_RECEIVES);
    cJSON *data = vt_json_array(json, item, "data");
    for (size_t i = 0; i < channel->ndata; i++)
        vt_json_text(json, data, NULL, channel->data[i].class_name);
    vt_log_location(log, item, "location", place_of(log, channel));
    vt_json_value(json, NULL, item);
}

void vt_log_channels(struct vt_log *log) {
    struct vt_json *json = &log->json;
    const struct vt_channels *channels = log->report->channels;
    if (!channels)
        return;
    char digest[65];
    vt_hex(channels->declaration->digest, digest);
    cJSON *declaration = cJSON_CreateObject();
    vt_json_text(json, declaration, "sha-256", digest);
    vt_json_number(json, declaration, "services", (double)channels->declaration->nservices);
    vt_json_value(json, "declaration", declaration);
    vt_json_open(json, "channels", '[');
    for (size_t i = 0; i < channels->count; i++)
        write_channel(log, &channels->items[i]);
    vt_json_close(json, ']');
    vt_json_value(json, "contactsOfUnknownPeer", cJSON_CreateNumber((double)channels->unknown));
}
