#include "sarif/read.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "models/parse.h"

/* ---- Members ----------------------------------------------------------------------------- */

static const cJSON *member(const cJSON *object, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const cJSON *first(const cJSON *array) {
    return cJSON_IsArray(array) ? array->child : NULL;
}

/* Member NAME of OBJECT as text, "" if it is none. */
static const char *text_of(const cJSON *object, const char *name) {
    const char *text = cJSON_GetStringValue(member(object, name));
    return text ? text : "";
}

/* Member NAME of OBJECT as a number from 0 to MOST, 0 if it is none. */
static uint32_t number_of(const cJSON *object, const char *name, uint32_t most) {
    const cJSON *number = member(object, name);
    double value = cJSON_IsNumber(number) ? number->valuedouble : 0;
    return value >= 0 && value <= most ? (uint32_t)value : 0;
}

static size_t count_of(const cJSON *array) {
    return cJSON_IsArray(array) ? (size_t)cJSON_GetArraySize(array) : 0;
}

/* ---- Texts ------------------------------------------------------------------------------- */

/* A message string as a text again (sarif/message.c escapes it). */
static const char *unescape(struct vt_arena *arena, const char *text) {
    char *plain = vt_alloc_text(arena, text), *to = plain;
    for (const char *at = text; *at; at++) {
        if ((*at == '{' || *at == '}') && at[1] == *at)
            at++;
        else if (*at == '\\' && at[1] == '[')
            at++;
        *to++ = *at;
    }
    *to = '\0';
    return plain;
}

static const char *message_of(struct vt_arena *arena, const cJSON *object, const char *name) {
    return unescape(arena, text_of(member(object, name), "text"));
}

static int digit_of(char c) {
    const char *digits = "0123456789ABCDEF", *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* The path that URI was made of (sarif/artifacts.c). */
static const char *path_of(struct vt_arena *arena, const char *uri) {
    if (strncmp(uri, "file://", 7) == 0)
        uri += 7;
    char *path = vt_alloc_text(arena, uri), *to = path;
    for (; *uri; uri++) {
        int high = *uri == '%' ? digit_of(uri[1]) : -1;
        int low = high >= 0 ? digit_of(uri[2]) : -1;
        if (low > 0 || (low == 0 && high > 0)) {
            *to++ = (char)(high << 4 | low);
            uri += 2;
        } else {
            *to++ = *uri;
        }
    }
    *to = '\0';
    return path;
}

/* ---- Findings ---------------------------------------------------------------------------- */

struct reader {
    struct vt_arena *arena;
    struct vt_rule *rules;
    size_t nrules;
};

static void read_rules(struct reader *reader, const cJSON *list) {
    const cJSON *item;
    reader->rules = vt_alloc_array(reader->arena, count_of(list), sizeof *reader->rules);
    cJSON_ArrayForEach(item, list) {
        reader->rules[reader->nrules++] =
            (struct vt_rule){.id = vt_alloc_text(reader->arena, text_of(item, "id")),
                             .name = vt_alloc_text(reader->arena, text_of(item, "name")),
                             .summary = message_of(reader->arena, item, "shortDescription"),
                             .description = message_of(reader->arena, item, "fullDescription"),
                             .help = message_of(reader->arena, item, "help")};
    }
}

/* The rule of RESULT; one without texts if the report does not describe it. */
static const struct vt_rule *rule_of(const struct reader *reader, const cJSON *result) {
    const char *id = text_of(result, "ruleId");
    uint32_t index = number_of(result, "ruleIndex", UINT32_MAX);
    if (index < reader->nrules && strcmp(reader->rules[index].id, id) == 0)
        return &reader->rules[index];
    struct vt_rule rule = {.id = vt_alloc_text(reader->arena, id)};
    rule.name = rule.summary = rule.description = rule.help = "";
    return vt_alloc_copy(reader->arena, &rule, sizeof rule);
}

static enum vt_level level_of(const char *name) {
    static const char *const names[] = {"none", "note", "warning", "error"};
    for (int i = VT_LEVEL_NOTE; i <= VT_LEVEL_ERROR; i++)
        if (strcmp(name, names[i]) == 0)
            return (enum vt_level)i;
    return VT_LEVEL_NONE;
}

static struct vt_step step_of(struct vt_arena *arena, const cJSON *item) {
    const cJSON *location = member(item, "location");
    const cJSON *physical = member(location, "physicalLocation");
    const cJSON *region = member(physical, "region");
    const char *kind = cJSON_GetStringValue(first(member(item, "kinds")));
    return (struct vt_step){
        .file = path_of(arena, text_of(member(physical, "artifactLocation"), "uri")),
        .line = number_of(region, "startLine", UINT32_MAX),
        .column = number_of(region, "startColumn", UINT32_MAX),
        .function =
            vt_alloc_text(arena, text_of(first(member(location, "logicalLocations")), "name")),
        .text = message_of(arena, location, "message"),
        .kind = vt_alloc_text(arena, kind ? kind : ""),
        .depth = number_of(item, "nestingLevel", UINT32_MAX),
        .essential = strcmp(text_of(item, "importance"), "essential") == 0};
}

static void read_steps(struct vt_arena *arena, const cJSON *result, struct vt_finding *finding) {
    const cJSON *thread = first(member(first(member(result, "codeFlows")), "threadFlows"));
    const cJSON *list = member(thread, "locations"), *item;
    finding->steps = vt_alloc_array(arena, count_of(list), sizeof *finding->steps);
    cJSON_ArrayForEach(item, list) {
        finding->steps[finding->nsteps++] = step_of(arena, item);
    }
}

static void read_properties(struct vt_arena *arena, const cJSON *result,
                            struct vt_finding *finding) {
    const cJSON *properties = member(result, "properties");
    const cJSON *list = member(properties, "evidence"), *item;
    const char *guard = text_of(properties, "guard"), *unknown = text_of(properties, "unknown");
    finding->guard = *guard ? vt_alloc_text(arena, guard) : NULL;
    finding->unknown = *unknown ? vt_alloc_text(arena, unknown) : NULL;
    finding->evidence = vt_alloc_array(arena, count_of(list), sizeof *finding->evidence);
    cJSON_ArrayForEach(item, list) {
        const cJSON *weight = member(item, "weight");
        double value = cJSON_IsNumber(weight) ? weight->valuedouble : 0;
        finding->evidence[finding->nevidence++] =
            (struct vt_evidence){.id = vt_alloc_text(arena, text_of(item, "id")),
                                 .text = vt_alloc_text(arena, text_of(item, "text")),
                                 .weight = fabs(value) <= 100 ? (int)value : 0};
    }
}

static void read_claims(struct vt_arena *arena, const cJSON *result, struct vt_finding *finding) {
    const cJSON *list = member(result, "suppressions"), *item;
    finding->claims = vt_alloc_array(arena, count_of(list), sizeof *finding->claims);
    cJSON_ArrayForEach(item, list) {
        finding->claims[finding->nclaims++] = (struct vt_finding_claim){
            .reason = vt_alloc_text(arena, text_of(item, "justification")),
            .in_source = strcmp(text_of(item, "kind"), "inSource") == 0};
    }
}

/* The finding's own sentence: the message without the condition that the report adds to it. */
static const char *sentence_of(struct vt_arena *arena, const cJSON *result) {
    const char *own = cJSON_GetStringValue(first(member(member(result, "message"), "arguments")));
    if (own)
        return vt_alloc_format(arena, "%s.", unescape(arena, own));
    return message_of(arena, result, "message");
}

static void read_results(struct reader *reader, const cJSON *list,
                         struct vt_logged_report *report) {
    struct vt_arena *arena = reader->arena;
    const cJSON *result;
    report->findings = vt_alloc_array(arena, count_of(list), sizeof *report->findings);
    cJSON_ArrayForEach(result, list) {
        struct vt_logged *logged = &report->findings[report->nfindings];
        struct vt_finding *finding = &logged->finding;
        read_steps(arena, result, finding);
        if (finding->nsteps == 0)
            continue; /* not a finding: what was declared and found */
        logged->print =
            vt_alloc_text(arena, text_of(member(result, "partialFingerprints"), "vitrine/v1"));
        finding->rule = rule_of(reader, result);
        finding->level = level_of(text_of(result, "level"));
        finding->rank = number_of(result, "rank", 100);
        finding->message = sentence_of(arena, result);
        read_properties(arena, result, finding);
        read_claims(arena, result, finding);
        report->nfindings++;
    }
}

/* ---- The report -------------------------------------------------------------------------- */

static void read_blinds(struct vt_arena *arena, const cJSON *run, struct vt_logged_report *report) {
    const cJSON *list = member(first(member(run, "invocations")), "toolExecutionNotifications");
    const cJSON *item;
    report->blinds = vt_alloc_array(arena, count_of(list), sizeof *report->blinds);
    cJSON_ArrayForEach(item, list) {
        const char *about =
            cJSON_GetStringValue(first(member(member(item, "message"), "arguments")));
        report->blinds[report->nblinds++] =
            (struct vt_logged_blind){.about = about ? unescape(arena, about) : "",
                                     .text = message_of(arena, item, "message")};
    }
}

static void read_entry(struct vt_arena *arena, const cJSON *entry,
                       struct vt_logged_report *report) {
    const char *name = vt_alloc_text(arena, text_of(entry, "entry"));
    const char *kind = vt_alloc_text(arena, text_of(entry, "kind"));
    const cJSON *effect;
    cJSON_ArrayForEach(effect, member(entry, "effects")) {
        report->capabilities[report->ncapabilities++] = (struct vt_logged_capability){
            name, kind, vt_alloc_text(arena, text_of(effect, "class"))};
    }
}

static void read_capabilities(struct vt_arena *arena, const cJSON *run,
                              struct vt_logged_report *report) {
    const cJSON *list = member(member(run, "properties"), "capabilities"), *entry;
    size_t count = 0;
    report->has_capabilities = cJSON_IsArray(list);
    cJSON_ArrayForEach(entry, list) {
        const cJSON *effect;
        cJSON_ArrayForEach(effect, member(entry, "effects")) {
            count++;
        }
    }
    report->capabilities = vt_alloc_array(arena, count, sizeof *report->capabilities);
    cJSON_ArrayForEach(entry, list) {
        read_entry(arena, entry, report);
    }
}

bool vt_sarif_read(const char *path, struct vt_arena *arena, struct vt_logged_report *report,
                   struct vt_error *error) {
    size_t size;
    const char *text = vt_file_read(path, arena, &size, error);
    cJSON *root = text ? vt_json_parse(path, text, size, error) : NULL;
    if (!root)
        return false;
    struct reader reader = {.arena = arena};
    const cJSON *run = first(member(root, "runs"));
    const cJSON *driver = member(member(run, "tool"), "driver");
    bool is_ours = strcmp(text_of(root, "version"), "2.1.0") == 0 &&
                   strcmp(text_of(driver, "name"), "vitrine") == 0;
    *report = (struct vt_logged_report){0};
    if (is_ours) {
        read_rules(&reader, member(driver, "rules"));
        read_results(&reader, member(run, "results"), report);
        read_blinds(arena, run, report);
        read_capabilities(arena, run, report);
    }
    cJSON_Delete(root);
    return is_ours || vt_fail(error, "%s: not a report of vitrine (SARIF 2.1.0)", path);
}
