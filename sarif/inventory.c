/* The cryptography that was declared, held against what was found: a result for each that agrees,
 * and a list of all in run.properties. What was found and not declared is a finding like any other.
 */
#include "checkers/shared/crypto/inventory.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/program/declaration.h"
#include "sarif/log.h"

#define RULE "crypto/undeclared-algorithm"

static struct vt_place place_of(struct vt_log *log, const struct vt_asset *asset) {
    const struct vt_unit *unit;
    struct vt_event_ref ref = asset->places[0];
    const struct vt_event *event = vt_program_event(log->report->program, ref, &unit);
    struct vt_place place = {.file = vt_string(unit->strings, unit->source), .unit = unit};
    place.function = vt_program_function_name(log->report->program, ref.function);
    vt_log_place(unit, event->location, &place);
    return place;
}

static const struct vt_rule *rule_of_results(void) {
    const struct vt_rule *const *rule = vt_rules;
    while (strcmp((*rule)->id, RULE) != 0)
        rule++;
    return *rule;
}

static cJSON *new_result(struct vt_log *log, const char *kind, const char *text) {
    struct vt_json *json = &log->json;
    cJSON *result = cJSON_CreateObject();
    vt_json_text(json, result, "ruleId", RULE);
    vt_json_number(json, result, "ruleIndex", (double)vt_log_rule_index(rule_of_results()));
    vt_json_text(json, result, "kind", kind);
    vt_json_text(json, result, "level", "none");
    vt_log_text(log, result, "message", text);
    return result;
}

static void write_declared(struct vt_log *log, const struct vt_asset *asset) {
    const char *text =
        vt_alloc_format(log->arena, "The program uses %s%s, declared as '%s'.", asset->name,
                        asset->is_own ? " of its own making" : "", asset->declared->name);
    cJSON *result = new_result(log, "pass", text);
    vt_log_location(log, vt_json_array(&log->json, result, "locations"), NULL,
                    place_of(log, asset));
    vt_json_value(&log->json, NULL, result);
}

static void write_absent(struct vt_log *log, const struct vt_declared_asset *asset) {
    const char *text = vt_alloc_format(
        log->arena, "'%s' is declared, and nothing in the program was seen to use it.",
        asset->name);
    vt_json_value(&log->json, NULL, new_result(log, "informational", text));
}

void vt_log_declared_cryptography(struct vt_log *log) {
    const struct vt_inventory *inventory = log->report->inventory;
    if (!inventory || !inventory->declaration->nassets ||
        !vt_rule_selected(rule_of_results(), log->report->selection))
        return;
    for (size_t i = 0; i < inventory->count; i++)
        if (inventory->items[i].declared)
            write_declared(log, &inventory->items[i]);
    for (size_t i = 0; i < inventory->declaration->nassets; i++)
        if (!vt_inventory_uses(inventory, &inventory->declaration->assets[i]))
            write_absent(log, &inventory->declaration->assets[i]);
}

static void write_asset(struct vt_log *log, const struct vt_asset *asset) {
    struct vt_json *json = &log->json;
    cJSON *item = cJSON_CreateObject();
    vt_json_text(json, item, "name", asset->name);
    vt_json_text(json, item, "type", asset->type);
    if (*asset->primitive)
        vt_json_text(json, item, "primitive", asset->primitive);
    if (*asset->version)
        vt_json_text(json, item, "version", asset->version);
    vt_json_bool(json, item, "ownImplementation", asset->is_own);
    if (asset->declared)
        vt_json_text(json, item, "declaredAs", asset->declared->name);
    vt_json_number(json, item, "places", (double)asset->nplaces);
    vt_log_location(log, item, "location", place_of(log, asset));
    vt_json_value(json, NULL, item);
}

void vt_log_cryptography(struct vt_log *log) {
    const struct vt_inventory *inventory = log->report->inventory;
    if (!inventory)
        return;
    vt_json_open(&log->json, "cryptography", '[');
    for (size_t i = 0; i < inventory->count; i++)
        write_asset(log, &inventory->items[i]);
    vt_json_close(&log->json, ']');
}
