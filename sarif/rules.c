/* run.tool and run.taxonomies: what the ids in results and notifications stand for. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/finding/story.h"
#include "sarif/blind.h"
#include "sarif/cwe.h"
#include "sarif/log.h"

/* MITRE gives no guid for the CWE; this is the one of Microsoft's and OASIS's taxonomy files. */
#define CWE_GUID "FFC64C90-42B6-44CE-8BEB-F6B7DAE649E5"

/* ---- Weaknesses -------------------------------------------------------------------------- */

struct weaknesses {
    unsigned *numbers; /* ascending, no doubles */
    size_t count, capacity;
};

static int compare_numbers(const void *left, const void *right) {
    unsigned a = *(const unsigned *)left, b = *(const unsigned *)right;
    return (a > b) - (a < b);
}

/* Those of all rules, to be the taxonomy's taxa. */
static struct weaknesses all_weaknesses(struct vt_arena *arena) {
    struct weaknesses all = {0};
    for (const struct vt_rule *const *rule = vt_rules; *rule; rule++) {
        const char *list = (*rule)->cwe;
        unsigned number;
        while (vt_cwe_next(&list, &number)) {
            all.numbers = vt_grow(arena, all.numbers, all.count, &all.capacity, sizeof number);
            all.numbers[all.count++] = number;
        }
    }
    if (all.count == 0)
        return all;
    qsort(all.numbers, all.count, sizeof *all.numbers, compare_numbers);
    size_t kept = 1;
    for (size_t i = 1; i < all.count; i++)
        if (all.numbers[i] != all.numbers[kept - 1])
            all.numbers[kept++] = all.numbers[i];
    all.count = kept;
    return all;
}

static size_t index_of(const struct weaknesses *all, unsigned number) {
    for (size_t i = 0; i < all->count; i++)
        if (all->numbers[i] == number)
            return i;
    assert(!"a rule's weakness is always collected");
    return 0;
}

/* toolComponentReference to the taxonomy. */
static void put_taxonomy_reference(struct vt_json *json, cJSON *component) {
    vt_json_text(json, component, "name", "CWE");
    vt_json_number(json, component, "index", 0);
    vt_json_text(json, component, "guid", CWE_GUID);
}

/* A taxon. Without a title of its own it is told by its number. */
static cJSON *weakness(struct vt_log *log, unsigned number) {
    struct vt_json *json = &log->json;
    cJSON *taxon = cJSON_CreateObject();
    const char *title = vt_cwe_title(number);
    const char *id = vt_alloc_format(log->arena, "CWE-%u", number);
    title = vt_sentence(log->arena, title ? title : id);
    vt_json_text(json, taxon, "id", id);
    vt_json_message(json, taxon, "shortDescription", title);
    vt_json_text(
        json, taxon, "helpUri",
        vt_alloc_format(log->arena, "https://cwe.mitre.org/data/definitions/%u.html", number));
    return taxon;
}

static void write_taxonomies(struct vt_log *log, const struct weaknesses *all) {
    struct vt_json *json = &log->json;
    vt_json_open(json, "taxonomies", '[');
    cJSON *cwe = cJSON_CreateObject();
    vt_json_text(json, cwe, "name", "CWE");
    vt_json_text(json, cwe, "version", "4.14");
    vt_json_text(json, cwe, "guid", CWE_GUID);
    vt_json_text(json, cwe, "organization", "MITRE");
    vt_json_text(json, cwe, "informationUri", "https://cwe.mitre.org/");
    vt_json_message(json, cwe, "shortDescription", "The MITRE Common Weakness Enumeration.");
    vt_json_text(json, vt_json_array(json, cwe, "contents"), NULL, "nonLocalizedData");
    vt_json_bool(json, cwe, "isComprehensive", false);
    cJSON *taxa = vt_json_array(json, cwe, "taxa");
    for (size_t i = 0; i < all->count; i++) {
        cJSON *taxon = weakness(log, all->numbers[i]);
        if (taxa)
            cJSON_AddItemToArray(taxa, taxon);
        else
            cJSON_Delete(taxon);
    }
    vt_json_value(json, NULL, cwe);
    vt_json_close(json, ']');
}

/* ---- Rules ------------------------------------------------------------------------------- */

/* Severity as GitHub's words, SARIF's level, and a number in text. */
struct severity {
    const char *problem, *level;
    const char *number;
};

static struct severity severity_of(struct vt_arena *arena, double severity) {
    unsigned tenths = (unsigned)(severity * 10 + 0.5);
    struct severity words = {"recommendation", "note", NULL};
    if (tenths >= 70)
        words = (struct severity){"error", "error", NULL};
    else if (tenths >= 40)
        words = (struct severity){"warning", "warning", NULL};
    /* Not by %f, which follows the locale. */
    words.number = vt_alloc_format(arena, "%u.%u", tenths / 10, tenths % 10);
    return words;
}

/* Which weaknesses RULE finds: references into the taxonomy by index, as GitHub and GitLab read
 * them. */
static void put_relationships(struct vt_log *log, cJSON *descriptor, const struct vt_rule *rule,
                              const struct weaknesses *all) {
    struct vt_json *json = &log->json;
    cJSON *relationships = vt_json_array(json, descriptor, "relationships");
    const char *list = rule->cwe;
    unsigned number;
    while (vt_cwe_next(&list, &number)) {
        cJSON *relationship = vt_json_object(json, relationships, NULL);
        cJSON *target = vt_json_object(json, relationship, "target");
        vt_json_text(json, target, "id", vt_alloc_format(log->arena, "CWE-%u", number));
        vt_json_number(json, target, "index", (double)index_of(all, number));
        put_taxonomy_reference(json, vt_json_object(json, target, "toolComponent"));
        vt_json_text(json, vt_json_array(json, relationship, "kinds"), NULL, "relevant");
    }
}

/* What GitHub reads: tags, precision, severity. */
static void put_properties(struct vt_log *log, cJSON *descriptor, const struct vt_rule *rule) {
    struct vt_json *json = &log->json;
    struct severity severity = severity_of(log->arena, rule->severity);
    cJSON *properties = vt_json_object(json, descriptor, "properties");
    cJSON *tags = vt_json_array(json, properties, "tags");
    vt_json_text(json, tags, NULL, "security");
    vt_json_text(json, tags, NULL,
                 vt_alloc_format(log->arena, "%.*s", (int)strcspn(rule->id, "/"), rule->id));
    const char *list = rule->cwe;
    unsigned number;
    while (vt_cwe_next(&list, &number))
        vt_json_text(json, tags, NULL,
                     vt_alloc_format(log->arena, "external/cwe/cwe-%03u", number));
    vt_json_text(json, properties, "precision", rule->precision);
    vt_json_text(json, properties, "problem.severity", severity.problem);
    vt_json_text(json, properties, "security-severity", severity.number);
}

/* Names the members that every reportingDescriptor has. */
static cJSON *descriptor_of(struct vt_log *log, const char *id, const char *name, const char *uri) {
    cJSON *descriptor = cJSON_CreateObject();
    vt_json_text(&log->json, descriptor, "id", id);
    vt_json_text(&log->json, descriptor, "name", name);
    vt_json_text(&log->json, descriptor, "helpUri", uri);
    return descriptor;
}

static void put_texts(struct vt_log *log, cJSON *descriptor, const char *summary,
                      const char *description, const char *help) {
    struct vt_json *json = &log->json;
    vt_json_message(json, descriptor, "shortDescription", vt_sentence(log->arena, summary));
    vt_json_message(json, descriptor, "fullDescription", vt_sentence(log->arena, description));
    vt_json_message(json, descriptor, "help", vt_sentence(log->arena, help));
}

static void put_level(struct vt_json *json, cJSON *descriptor, const char *level) {
    vt_json_text(json, vt_json_object(json, descriptor, "defaultConfiguration"), "level", level);
}

static void write_rule(struct vt_log *log, const struct vt_rule *rule,
                       const struct weaknesses *all) {
    struct vt_json *json = &log->json;
    const char *uri = vt_alloc_format(log->arena, VT_HELP_URI "rules/%s.html", rule->id);
    cJSON *descriptor = descriptor_of(log, rule->id, rule->name, uri);
    put_texts(log, descriptor, rule->summary, rule->description, rule->help);
    cJSON *strings = vt_json_object(json, descriptor, "messageStrings");
    vt_json_message(json, strings, "plain", VT_MESSAGE_PLAIN);
    vt_json_message(json, strings, "guarded", VT_MESSAGE_GUARDED);
    put_level(json, descriptor, severity_of(log->arena, rule->severity).level);
    put_relationships(log, descriptor, rule, all);
    put_properties(log, descriptor, rule);
    vt_json_value(json, NULL, descriptor);
}

static void write_blind(struct vt_log *log, const struct vt_blind_text *text) {
    struct vt_json *json = &log->json;
    const char *uri =
        vt_alloc_format(log->arena, VT_HELP_URI "blind-spots.html#%s", strchr(text->id, '/') + 1);
    cJSON *descriptor = descriptor_of(log, text->id, text->name, uri);
    put_texts(log, descriptor, text->summary, text->description, text->help);
    vt_json_message(json, vt_json_object(json, descriptor, "messageStrings"), "plain",
                    text->message);
    put_level(json, descriptor, text->level);
    vt_json_value(json, NULL, descriptor);
}

size_t vt_log_rule_index(const struct vt_rule *rule) {
    size_t index = 0;
    while (vt_rules[index] && vt_rules[index] != rule)
        index++;
    assert(vt_rules[index]);
    return index;
}

/* ---- Tool -------------------------------------------------------------------------------- */

static void write_driver_head(struct vt_log *log) {
    struct vt_json *json = &log->json;
    cJSON *text = cJSON_CreateString("vitrine");
    vt_json_value(json, "name", text);
    vt_json_value(json, "fullName", cJSON_CreateString("vitrine " VITRINE_VERSION));
    vt_json_value(json, "version", cJSON_CreateString(VITRINE_VERSION));
    vt_json_value(json, "semanticVersion", cJSON_CreateString(VITRINE_VERSION));
    vt_json_value(json, "language", cJSON_CreateString("en-US"));
    vt_json_value(json, "informationUri", cJSON_CreateString(VT_HELP_URI));
    cJSON *summary = cJSON_CreateObject();
    vt_json_text(json, summary, "text", "Finds what a program can do that nobody declared.");
    vt_json_value(json, "shortDescription", summary);
}

void vt_log_tool(struct vt_log *log) {
    struct vt_json *json = &log->json;
    struct weaknesses all = all_weaknesses(log->arena);
    vt_json_open(json, "tool", '{');
    vt_json_open(json, "driver", '{');
    write_driver_head(log);
    vt_json_open(json, "supportedTaxonomies", '[');
    cJSON *reference = cJSON_CreateObject();
    put_taxonomy_reference(json, reference);
    vt_json_value(json, NULL, reference);
    vt_json_close(json, ']');

    vt_json_open(json, "rules", '[');
    for (const struct vt_rule *const *rule = vt_rules; *rule; rule++)
        write_rule(log, *rule, &all);
    vt_json_close(json, ']');

    vt_json_open(json, "notifications", '[');
    for (int kind = 0; kind < VT_BLIND_COUNT; kind++)
        write_blind(log, vt_blind_text((enum vt_blind_kind)kind));
    vt_json_close(json, ']');
    vt_json_close(json, '}');
    vt_json_close(json, '}');
    write_taxonomies(log, &all);
}
