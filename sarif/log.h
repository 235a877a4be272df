/* A log while it is written: shared by the files of sarif/ only. */
#ifndef VT_SARIF_LOG_H
#define VT_SARIF_LOG_H

#include "sarif/artifacts.h"
#include "sarif/json.h"
#include "sarif/linehash.h"
#include "sarif/sarif.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The source whose lines were hashed last: results come sorted by file. */
struct vt_source_cache {
    size_t artifact; /* its index; SIZE_MAX: none yet */
    struct vt_line_hashes lines;
};

struct vt_log {
    struct vt_json json;
    const struct vt_report *report;
    struct vt_arena *arena; /* lives as long as the writing */
    struct vt_artifacts *artifacts;
    struct vt_source_cache source;
};

/* There is no public host yet. `.invalid` (RFC 2606) is a promise that the name never resolves;
 * this is the one place to change. docs/rules/<id>.md has the page of a rule. */
#define VT_HELP_URI "https://vitrine.invalid/docs/"

/* run.tool and run.taxonomies: descriptors of all rules and of all kinds of blind spot. */
void vt_log_tool(struct vt_log *log);

/* run.invocations: how complete the report is, and each blind spot as a notification. */
void vt_log_invocation(struct vt_log *log);

/* One element of run.results. */
void vt_log_result(struct vt_log *log, const struct vt_finding *finding);

/* Results for declared services, found (`pass`) and not found (`informational`); and all channels
 * in run.properties. Nothing if no declaration was given. (channels.c) */
void vt_log_declared(struct vt_log *log);
void vt_log_channels(struct vt_log *log);

/* The same for cryptography. (inventory.c) */
void vt_log_declared_cryptography(struct vt_log *log);
void vt_log_cryptography(struct vt_log *log);

/* `capabilities`: what each entry of the program can do, with a witness. */
void vt_log_capabilities(struct vt_log *log);

/* `message` of PARENT from string ID of its descriptor: the text with ARGUMENTS (up to the first
 * NULL) put in, the id, and the arguments. FORMAT is the descriptor's string: "Of `{0}`." */
void vt_log_message(struct vt_log *log, cJSON *parent, const char *id, const char *format,
                    const char *const *arguments);

/* A `message` that has only a text, under KEY: TEXT as a sentence, in which braces and links are
 * made harmless (SARIF 3.11). */
void vt_log_text(struct vt_log *log, cJSON *parent, const char *key, const char *text);

/* `location` for a place in FUNCTION; parts that are not known ("" or 0) are left out. A new
 * element of PARENT, or its member if KEY is not NULL; gives it. */
struct vt_place {
    const char *file, *function;
    uint32_t line, column;
    const struct vt_unit *unit; /* that tells of `file`, or NULL */
};
cJSON *vt_log_location(struct vt_log *log, cJSON *parent, const char *key, struct vt_place place);

/* Fills in file, line and column of UNIT's location LOCATION; nothing if it has none. */
void vt_log_place(const struct vt_unit *unit, uint32_t location, struct vt_place *place);

/* ruleIndex of RULE. */
size_t vt_log_rule_index(const struct vt_rule *rule);

/* Message strings of results: {0} the finding's message, {1} its guard, without their full stops.
 */
#define VT_MESSAGE_PLAIN   "{0}."
#define VT_MESSAGE_GUARDED "{0}. It stands under a condition: {1}."

#ifdef __cplusplus
}
#endif
#endif
