/* SARIF messages and locations. */
#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/finding/story.h"
#include "sarif/log.h"

/* TEXT as it has to stand in a message string: placeholders are written in braces (SARIF 3.11.5),
 * links as [text](target) (3.11.6), so that those in a program's own strings are escaped. */
static const char *escape(struct vt_arena *arena, const char *text, bool braces) {
    char *escaped = vt_alloc(arena, 2 * strlen(text) + 1), *to = escaped;
    const char *last_link = text;
    for (const char *at = text; (at = strstr(at, "](")) != NULL; at++)
        last_link = at;
    for (const char *at = text; *at; at++) {
        if (braces && (*at == '{' || *at == '}'))
            *to++ = *at;
        if (*at == '[' && at < last_link)
            *to++ = '\\';
        *to++ = *at;
    }
    return escaped;
}

/* FORMAT with the escaped ARGUMENTS in the place of {0} and {1}. */
static const char *fill(struct vt_arena *arena, const char *format, const char *const *arguments) {
    const char *text = "";
    for (const char *open; (open = strchr(format, '{')) != NULL; format = open + 3) {
        assert(open[1] >= '0' && open[1] <= '1' && open[2] == '}');
        const char *argument = escape(arena, arguments[open[1] - '0'], true);
        text = vt_alloc_format(arena, "%s%.*s%s", text, (int)(open - format), format, argument);
    }
    return vt_alloc_format(arena, "%s%s", text, format);
}

void vt_log_message(struct vt_log *log, cJSON *parent, const char *id, const char *format,
                    const char *const *arguments) {
    struct vt_arena *arena = vt_arena_new();
    cJSON *message = vt_json_object(&log->json, parent, "message");
    vt_json_text(&log->json, message, "text", fill(arena, format, arguments));
    vt_json_text(&log->json, message, "id", id);
    cJSON *list = vt_json_array(&log->json, message, "arguments");
    for (; *arguments; arguments++)
        vt_json_text(&log->json, list, NULL, escape(arena, *arguments, false));
    vt_arena_free(arena);
}

void vt_log_text(struct vt_log *log, cJSON *parent, const char *key, const char *text) {
    struct vt_arena *arena = vt_arena_new();
    vt_json_message(&log->json, parent, key, escape(arena, vt_sentence(arena, text), true));
    vt_arena_free(arena);
}

void vt_log_place(const struct vt_unit *unit, uint32_t location, struct vt_place *place) {
    if (location >= unit->nlocations)
        return;
    const struct vt_location *known = &unit->locations[location];
    place->file = vt_string(unit->strings, unit->files[known->file].path);
    place->line = known->line;
    place->column = known->column;
}

/* A region needs a line, a physical location a file; a place may have neither and still a function.
 */
cJSON *vt_log_location(struct vt_log *log, cJSON *parent, const char *key, struct vt_place place) {
    struct vt_json *json = &log->json;
    cJSON *location = vt_json_object(json, parent, key);
    size_t artifact = vt_artifacts_find(log->artifacts, place.unit, place.file);
    if (artifact != SIZE_MAX) {
        cJSON *physical = vt_json_object(json, location, "physicalLocation");
        vt_artifacts_locate(log->artifacts, json, physical, "artifactLocation", artifact);
        cJSON *region = place.line ? vt_json_object(json, physical, "region") : NULL;
        if (region)
            vt_json_number(json, region, "startLine", place.line);
        if (region && place.column)
            vt_json_number(json, region, "startColumn", place.column);
    }
    if (*place.function) {
        cJSON *list = vt_json_array(json, location, "logicalLocations");
        cJSON *logical = vt_json_object(json, list, NULL);
        vt_json_text(json, logical, "name", place.function);
        vt_json_text(json, logical, "kind", "function");
    }
    return location;
}
