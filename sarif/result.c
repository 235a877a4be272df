/* One finding as a SARIF result. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/arena.h"
#include "engine/binary/encode.h"
#include "sarif/log.h"

#define MAX_SOURCE (64u << 20) /* bytes; a longer source is not hashed */

/* ---- Fingerprints ------------------------------------------------------------------------ */

/* The SIZE bytes of the regular file at PATH, to be freed, or NULL. */
static uint8_t *read_source(const char *path, size_t *size) {
    struct stat status;
    FILE *in = fopen(path, "rb");
    if (!in)
        return NULL;
    uint8_t *bytes = NULL;
    if (fstat(fileno(in), &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= MAX_SOURCE)
        bytes = malloc((size_t)status.st_size + 1);
    *size = bytes ? fread(bytes, 1, (size_t)status.st_size, in) : 0;
    fclose(in);
    return bytes;
}

/* True if the SIZE BYTES are the source that was compiled. Without a digest that says so nothing is
 * told of them: hostile facts may name any file. */
static bool is_as_compiled(const struct vt_artifact *artifact, const uint8_t *bytes, size_t size) {
    uint8_t digest[32];
    if (!artifact->digest)
        return false;
    vt_sha256(bytes, size, digest);
    return memcmp(digest, *artifact->digest, sizeof digest) == 0;
}

/* Puts the line hashes of artifact INDEX into the cache; none if its source cannot be read, or is
 * not the one that was compiled any more. */
static void hash_source(struct vt_log *log, size_t index) {
    const struct vt_artifact *artifact = &log->artifacts->items[index];
    vt_line_hashes_free(&log->source.lines);
    log->source.artifact = index;
    bool is_absolute = artifact->path[0] == '/';
    const char *path =
        vt_alloc_format(log->arena, "%s%s%s", is_absolute ? "" : log->report->source_root,
                        is_absolute ? "" : "/", artifact->path);
    size_t size;
    uint8_t *bytes = read_source(path, &size);
    if (bytes && is_as_compiled(artifact, bytes, size))
        log->json.failed |= !vt_line_hashes_new(bytes, size, &log->source.lines);
    free(bytes);
}

void vt_finding_print(const struct vt_finding *finding, char print[65]) {
    uint8_t digest[32];
    vt_sha256(finding->key, strlen(finding->key), digest);
    vt_hex(digest, print);
}

/* Ours is of names only and holds when lines move; GitHub's is of the line's text. */
static void put_fingerprints(struct vt_log *log, cJSON *result, const struct vt_finding *finding) {
    struct vt_json *json = &log->json;
    cJSON *prints = vt_json_object(json, result, "partialFingerprints");
    char text[65];
    vt_finding_print(finding, text);
    vt_json_text(json, prints, "vitrine/v1", text);

    const struct vt_step *place = &finding->steps[finding->nsteps - 1];
    size_t artifact = vt_artifacts_find(log->artifacts, place->unit, place->file);
    if (!log->report->source_root || artifact == SIZE_MAX)
        return;
    if (log->source.artifact != artifact)
        hash_source(log, artifact);
    if (vt_line_hash(&log->source.lines, place->line, text))
        vt_json_text(json, prints, "primaryLocationLineHash", text);
}

/* ---- Path -------------------------------------------------------------------------------- */

static struct vt_place place_of(const struct vt_step *step) {
    return (struct vt_place){step->file, step->function, step->line, step->column, step->unit};
}

/* threadFlowLocation: executionOrder says that steps follow each other, nestingLevel how deep. */
static void put_step(struct vt_log *log, cJSON *locations, const struct vt_step *step,
                     size_t number) {
    struct vt_json *json = &log->json;
    cJSON *item = vt_json_object(json, locations, NULL);
    cJSON *location = vt_log_location(log, item, "location", place_of(step));
    vt_log_text(log, location, "message", step->text);
    cJSON *kinds = vt_json_array(json, item, "kinds");
    vt_json_text(json, kinds, NULL, step->kind);
    vt_json_number(json, item, "nestingLevel", step->depth);
    vt_json_number(json, item, "executionOrder", (double)number);
    vt_json_text(json, item, "importance", step->essential ? "essential" : "important");
}

/* One thread flow tells the whole story: viewers show the first one only. */
static void put_path(struct vt_log *log, cJSON *result, const struct vt_finding *finding) {
    struct vt_json *json = &log->json;
    cJSON *flow = vt_json_object(json, vt_json_array(json, result, "codeFlows"), NULL);
    cJSON *thread = vt_json_object(json, vt_json_array(json, flow, "threadFlows"), NULL);
    cJSON *locations = vt_json_array(json, thread, "locations");
    for (size_t i = 0; i < finding->nsteps; i++)
        put_step(log, locations, &finding->steps[i], i + 1);
}

/* ---- The rest ---------------------------------------------------------------------------- */

/* What SARIF has no member for: evidence with weights, the guard, what is not known. */
static void put_properties(struct vt_log *log, cJSON *result, const struct vt_finding *finding) {
    struct vt_json *json = &log->json;
    cJSON *properties = vt_json_object(json, result, "properties");
    cJSON *list = vt_json_array(json, properties, "evidence");
    for (size_t i = 0; i < finding->nevidence; i++) {
        cJSON *item = vt_json_object(json, list, NULL);
        vt_json_text(json, item, "id", finding->evidence[i].id);
        vt_json_text(json, item, "text", finding->evidence[i].text);
        vt_json_number(json, item, "weight", finding->evidence[i].weight);
    }
    if (finding->guard)
        vt_json_text(json, properties, "guard", finding->guard);
    if (finding->unknown)
        vt_json_text(json, properties, "unknown", finding->unknown);
}

/* TEXT without the full stop at its end: the message string has it. */
static const char *without_stop(struct vt_arena *arena, const char *text) {
    size_t length = strlen(text);
    char *open = vt_alloc_text(arena, text);
    if (length > 0 && strchr(".!?", text[length - 1]))
        open[length - 1] = '\0';
    return open;
}

static void put_message(struct vt_log *log, cJSON *result, const struct vt_finding *finding) {
    struct vt_arena *arena = vt_arena_new();
    const char *arguments[3] = {without_stop(arena, finding->message)};
    if (finding->guard) {
        arguments[1] = without_stop(arena, finding->guard);
        vt_log_message(log, result, "guarded", VT_MESSAGE_GUARDED, arguments);
    } else {
        vt_log_message(log, result, "plain", VT_MESSAGE_PLAIN, arguments);
    }
    vt_arena_free(arena);
}

static const char *level_name(enum vt_level level) {
    switch (level) {
    case VT_LEVEL_ERROR:
        return "error";
    case VT_LEVEL_WARNING:
        return "warning";
    case VT_LEVEL_NOTE:
        return "note";
    default:
        return "none";
    }
}

/* The vendor's word is a claim; accepting it is for a reviewer. */
static void put_suppressions(struct vt_log *log, cJSON *result, const struct vt_finding *finding) {
    struct vt_json *json = &log->json;
    cJSON *list = finding->nclaims ? vt_json_array(json, result, "suppressions") : NULL;
    for (size_t i = 0; i < finding->nclaims; i++) {
        cJSON *item = vt_json_object(json, list, NULL);
        vt_json_text(json, item, "kind", finding->claims[i].in_source ? "inSource" : "external");
        vt_json_text(json, item, "status", "underReview");
        vt_json_text(json, item, "justification", finding->claims[i].reason);
    }
}

void vt_log_result(struct vt_log *log, const struct vt_finding *finding) {
    assert(finding->nsteps > 0 && finding->message && finding->key);
    struct vt_json *json = &log->json;
    cJSON *result = cJSON_CreateObject();
    vt_json_text(json, result, "ruleId", finding->rule->id);
    vt_json_number(json, result, "ruleIndex", (double)vt_log_rule_index(finding->rule));
    vt_json_text(json, result, "kind", "fail");
    vt_json_text(json, result, "level", level_name(finding->level));
    vt_json_number(json, result, "rank", finding->rank);
    put_message(log, result, finding);
    vt_log_location(log, vt_json_array(json, result, "locations"), NULL,
                    place_of(&finding->steps[finding->nsteps - 1]));
    put_path(log, result, finding);
    put_fingerprints(log, result, finding);
    put_suppressions(log, result, finding);
    put_properties(log, result, finding);
    vt_json_value(json, NULL, result);
}
