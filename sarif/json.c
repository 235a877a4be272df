/* Streaming above, cJSON below: see json.h.
 *
 * cJSON tells of exhausted memory by NULL everywhere, and takes NULL everywhere but when adding; so
 * one flag is enough, and half-made values are still freed.
 */
#include "sarif/json.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "sarif/utf8.h"

/* ---- What is written at once ------------------------------------------------------------- */

/* One element a line: reports can be compared by tools that know lines only. Keys are ours and
 * need no escapes. */
static void begin(struct vt_json *json, const char *key) {
    if (json->not_first)
        fputc(',', json->out);
    if (json->depth > 0)
        fputc('\n', json->out);
    if (key)
        fprintf(json->out, "\"%s\":", key);
    json->not_first = true;
}

void vt_json_open(struct vt_json *json, const char *key, char bracket) {
    assert(bracket == '{' || bracket == '[');
    begin(json, key);
    fputc(bracket, json->out);
    json->depth++;
    json->not_first = false;
}

void vt_json_close(struct vt_json *json, char bracket) {
    assert(json->depth > 0 && (bracket == '}' || bracket == ']'));
    json->depth--;
    fputc(bracket, json->out);
    if (json->depth == 0)
        fputc('\n', json->out);
    json->not_first = true;
    json->failed |= ferror(json->out) != 0;
}

void vt_json_value(struct vt_json *json, const char *key, cJSON *value) {
    begin(json, key);
    char *text = value ? cJSON_PrintUnformatted(value) : NULL;
    if (text)
        fputs(text, json->out);
    else
        json->failed = true;
    cJSON_free(text);
    cJSON_Delete(value);
}

/* ---- What is put together first ---------------------------------------------------------- */

/* Puts ITEM (NULL: memory ran out) into PARENT, and gives it. */
static cJSON *put(struct vt_json *json, cJSON *parent, const char *key, cJSON *item) {
    if (!parent || !item) {
        json->failed = true;
        cJSON_Delete(item);
        return NULL;
    }
    cJSON_bool done =
        key ? cJSON_AddItemToObject(parent, key, item) : cJSON_AddItemToArray(parent, item);
    if (done)
        return item;
    json->failed = true;
    cJSON_Delete(item);
    return NULL;
}

cJSON *vt_json_object(struct vt_json *json, cJSON *parent, const char *key) {
    return put(json, parent, key, cJSON_CreateObject());
}

cJSON *vt_json_array(struct vt_json *json, cJSON *parent, const char *key) {
    return put(json, parent, key, cJSON_CreateArray());
}

/* A copy of TEXT in which everything is UTF-8, to be freed; NULL if memory ran out. */
static char *clean_copy(const char *text) {
    size_t size = strlen(text), length = 0;
    char *clean = malloc(3 * size + 1);
    if (!clean)
        return NULL;
    for (size_t at = 0, used; at < size; at += used) {
        uint32_t code = vt_utf8_decode((const uint8_t *)text + at, size - at, &used);
        length += vt_utf8_encode(code, clean + length);
    }
    clean[length] = '\0';
    return clean;
}

void vt_json_text(struct vt_json *json, cJSON *parent, const char *key, const char *text) {
    char *clean = clean_copy(text);
    put(json, parent, key, clean ? cJSON_CreateString(clean) : NULL);
    free(clean);
}

void vt_json_number(struct vt_json *json, cJSON *parent, const char *key, double number) {
    put(json, parent, key, cJSON_CreateNumber(number));
}

void vt_json_bool(struct vt_json *json, cJSON *parent, const char *key, bool value) {
    put(json, parent, key, cJSON_CreateBool(value));
}

void vt_json_message(struct vt_json *json, cJSON *parent, const char *key, const char *text) {
    vt_json_text(json, vt_json_object(json, parent, key), "text", text);
}
