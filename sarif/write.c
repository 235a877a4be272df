/* The log and its run; results and other lists that may be long are written one by one. */
#include <errno.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "sarif/blind.h"
#include "sarif/coverage.h"
#include "sarif/log.h"

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"                          \
    "sarif-schema-2.1.0.json"

/* The last segment of PATH. */
static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Reports of the same image are releases of the same thing: GitHub and others compare them. */
static void write_automation(struct vt_log *log) {
    cJSON *details = cJSON_CreateObject();
    const char *name = log->report->image ? base_name(log->report->image) : "objects";
    vt_json_text(&log->json, details, "id", vt_alloc_format(log->arena, "vitrine/%s/", name));
    vt_json_value(&log->json, "automationDetails", details);
}

static void write_results(struct vt_log *log) {
    vt_json_open(&log->json, "results", '[');
    for (size_t i = 0; i < log->report->findings->count; i++)
        vt_log_result(log, &log->report->findings->items[i]);
    vt_log_declared(log);
    vt_log_declared_cryptography(log);
    vt_json_close(&log->json, ']');
}

/* ---- Coverage ---------------------------------------------------------------------------- */

/* Numbers an inspector asks for first; blind spots of every kind, also where there are none. */
static void write_coverage(struct vt_log *log) {
    struct vt_json *json = &log->json;
    struct vt_coverage seen = vt_coverage_of(log->report);
    cJSON *coverage = cJSON_CreateObject();
    vt_json_number(json, coverage, "units", (double)seen.units);
    vt_json_number(json, coverage, "unitsWithoutFacts", (double)seen.missing);
    vt_json_number(json, coverage, "functions", (double)seen.functions);
    vt_json_number(json, coverage, "externalFunctions", (double)seen.external);
    size_t nimages = log->report->image ? 1 : 0;
    vt_json_number(json, coverage, "files", (double)(log->artifacts->count - nimages));
    cJSON *calls = vt_json_object(json, coverage, "calls");
    vt_json_number(json, calls, "resolved", (double)seen.inside);
    vt_json_number(json, calls, "unresolved", (double)seen.unresolved);
    cJSON *blind = vt_json_object(json, coverage, "blindSpots");
    for (int kind = 0; kind < VT_BLIND_COUNT; kind++)
        vt_json_number(json, blind, vt_blind_text((enum vt_blind_kind)kind)->id,
                       (double)seen.blind[kind]);
    vt_json_value(json, "coverage", coverage);
}

/* A unit as a line of evidence: which source, which facts, made by what. The digest of the facts is
 * the one in the image's notes. */
static void write_unit(struct vt_log *log, uint32_t number) {
    struct vt_json *json = &log->json;
    const char *origin = "";
    const struct vt_unit *unit = vt_program_unit(log->report->program, number, &origin);
    const char *source = vt_string(unit->strings, unit->source);
    char digest[65];
    vt_hex(unit->digest, digest);
    cJSON *item = cJSON_CreateObject();
    size_t artifact = vt_artifacts_find(log->artifacts, unit, source);
    if (artifact != SIZE_MAX)
        vt_artifacts_locate(log->artifacts, json, item, "source", artifact);
    vt_json_text(json, item, "origin", base_name(origin ? origin : ""));
    vt_json_text(json, item, "facts", digest);
    vt_hex(unit->models_digest, digest);
    vt_json_text(json, item, "models", digest);
    vt_json_text(json, item, "producer", vt_string(unit->strings, unit->producer));
    vt_json_text(json, item, "tool", vt_string(unit->strings, unit->tool));
    vt_json_text(json, item, "target", vt_string(unit->strings, unit->target));
    vt_json_value(json, NULL, item);
}

/* What the report rests on, so that an inspector can hold it against the image. */
static void write_properties(struct vt_log *log) {
    struct vt_json *json = &log->json;
    const struct vt_report *report = log->report;
    vt_json_open(json, "properties", '{');
    write_coverage(log);
    vt_log_channels(log);
    vt_log_cryptography(log);
    vt_log_capabilities(log);
    vt_json_open(json, "units", '[');
    for (uint32_t i = 0; report->program && i < vt_program_nunits(report->program); i++)
        write_unit(log, i);
    vt_json_close(json, ']');
    vt_json_open(json, "unitsWithoutFacts", '[');
    cJSON *holder = cJSON_CreateArray();
    for (size_t i = 0; i < report->nmissing; i++) {
        vt_json_text(json, holder, NULL, report->missing[i]);
        vt_json_value(json, NULL, cJSON_DetachItemFromArray(holder, 0));
    }
    cJSON_Delete(holder);
    vt_json_close(json, ']');
    vt_json_close(json, '}');
}

/* ---- Log --------------------------------------------------------------------------------- */

/* Members in an order that lets a reader of the stream know rules and files before results. */
static void write_run(struct vt_log *log) {
    struct vt_json *json = &log->json;
    vt_json_open(json, NULL, '{');
    vt_log_tool(log);
    vt_log_invocation(log);
    write_automation(log);
    vt_json_value(json, "columnKind", cJSON_CreateString("unicodeCodePoints"));
    vt_json_value(json, "language", cJSON_CreateString("en-US"));
    vt_artifacts_write(log->artifacts, json);
    write_results(log);
    write_properties(log);
    vt_json_close(json, '}');
}

bool vt_sarif_write(const struct vt_report *report, FILE *out, struct vt_error *error) {
    struct vt_log log = {.json = {.out = out}, .report = report, .arena = vt_arena_new()};
    struct vt_json *json = &log.json;
    log.source.artifact = SIZE_MAX;
    log.artifacts = vt_artifacts_new(report, log.arena);
    errno = 0;
    vt_json_open(json, NULL, '{');
    vt_json_value(json, "$schema", cJSON_CreateString(SCHEMA));
    vt_json_value(json, "version", cJSON_CreateString("2.1.0"));
    vt_json_open(json, "runs", '[');
    write_run(&log);
    vt_json_close(json, ']');
    vt_json_close(json, '}');
    vt_line_hashes_free(&log.source.lines);
    vt_arena_free(log.arena);
    if (fflush(out) != 0 || ferror(out))
        return vt_fail(error, "the SARIF report cannot be written: %s", strerror(errno));
    if (json->failed)
        return vt_fail(error, "the SARIF report cannot be written: out of memory");
    return true;
}
