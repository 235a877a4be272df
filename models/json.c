/* Strict JSON on top of cJSON, which by itself lets pass what RFC 8259 forbids. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "models/parse.h"

static size_t line_of(const char *text, size_t at) {
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n';
    return line;
}

/* Bytes of the UTF-8 sequence at TEXT (Unicode 15, table 3-7), or 0 if it is none. */
static size_t utf8_length(const uint8_t *text, size_t size) {
    uint8_t lead = text[0];
    if (lead < 0x80)
        return 1;
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > size)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((text[i] & 0xC0) != 0x80)
            return 0;
    bool overlong = (lead == 0xE0 && text[1] < 0xA0) || (lead == 0xF0 && text[1] < 0x90);
    bool beyond = (lead == 0xED && text[1] > 0x9F) || (lead == 0xF4 && text[1] > 0x8F);
    return overlong || beyond ? 0 : length;
}

/* Looks for what cJSON would swallow or cut: bad UTF-8, NULs, control characters. */
static bool scan(const char *name, const char *text, size_t size, struct vt_error *error) {
    for (size_t i = 0; i < size;) {
        size_t length = utf8_length((const uint8_t *)text + i, size - i);
        if (length == 0)
            return vt_fail(error, "%s:%zu: not valid UTF-8", name, line_of(text, i));
        unsigned char c = (unsigned char)text[i];
        if (c < 0x20 && c != '\n' && c != '\r' && c != '\t')
            return vt_fail(error, "%s:%zu: control character 0x%02x", name, line_of(text, i), c);
        if (c == '\\' && size - i >= 6 && memcmp(text + i, "\\u0000", 6) == 0)
            return vt_fail(error, "%s:%zu: \\u0000 is not allowed", name, line_of(text, i));
        i += c == '\\' && i + 1 < size && (unsigned char)text[i + 1] < 0x80 ? 2 : length;
    }
    return true;
}

struct cJSON *vt_json_parse(const char *name, const char *text, size_t size,
                            struct vt_error *error) {
    if (size > VT_MODEL_BYTES) {
        vt_fail(error, "%s: longer than %u bytes", name, VT_MODEL_BYTES);
        return NULL;
    }
    if (!scan(name, text, size, error))
        return NULL;
    const char *end = NULL;
    cJSON *root = cJSON_ParseWithLengthOpts(text, size, &end, 0);
    size_t at = end ? (size_t)(end - text) : 0;
    if (!root) {
        vt_fail(error, "%s:%zu: not JSON", name, line_of(text, at < size ? at : size));
        return NULL;
    }
    while (at < size && strchr(" \t\r\n", text[at]))
        at++;
    if (at < size) {
        vt_fail(error, "%s:%zu: text after the end of the JSON value", name, line_of(text, at));
        cJSON_Delete(root);
        return NULL;
    }
    return root;
}

/* Fills *TEXT, which grows by doubling, up to one byte more than allowed. */
static bool read_all(FILE *file, struct vt_arena *arena, char **text, size_t *used) {
    size_t capacity = 1 << 16;
    *text = vt_alloc(arena, capacity);
    *used = 0;
    for (size_t got; *used <= VT_MODEL_BYTES; *used += got) {
        if (*used + 1 == capacity) {
            char *larger = vt_alloc(arena, capacity * 2);
            memcpy(larger, *text, *used);
            *text = larger;
            capacity *= 2;
        }
        got = fread(*text + *used, 1, capacity - 1 - *used, file);
        if (got == 0)
            break;
    }
    return !ferror(file);
}

char *vt_file_read(const char *path, struct vt_arena *arena, size_t *size, struct vt_error *error) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        vt_fail(error, "%s: %s", path, strerror(errno));
        return NULL;
    }
    char *text;
    bool read = read_all(file, arena, &text, size);
    int cause = errno;
    fclose(file);
    if (!read) {
        vt_fail(error, "%s: %s", path, strerror(cause));
        return NULL;
    }
    if (*size > VT_MODEL_BYTES) {
        vt_fail(error, "%s: longer than %u bytes", path, VT_MODEL_BYTES);
        return NULL;
    }
    return text; /* zeroed by the arena behind *size */
}
