/* Lexical work on paths only: nothing here looks at the file system, which may be another one. */
#include "sarif/uri.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "engine/base/arena.h"

static bool has_drive(const char *path) {
    return isalpha((unsigned char)path[0]) && path[1] == ':' && (path[2] == '/' || path[2] == '\\');
}

/* Removes the last segment of the LENGTH bytes at PATH, unless nothing can be taken back: at the
 * root, or behind other ".."; false then. LENGTH does not reach below FLOOR. */
static bool take_back(const char *path, size_t *length, size_t floor) {
    assert(*length >= floor);
    if (*length == floor)
        return false;
    size_t at = *length - 1; /* the slash that ends the last segment */
    while (at > floor && path[at - 1] != '/')
        at--;
    if (*length - at == 3 && memcmp(path + at, "../", 3) == 0)
        return false;
    *length = at;
    return true;
}

const char *vt_path_normalise(struct vt_arena *arena, const char *path) {
    char *from = vt_alloc_text(arena, path);
    if (has_drive(from))
        for (char *at = from; (at = strchr(at, '\\')) != NULL;)
            *at = '/';
    char *plain = vt_alloc(arena, strlen(from) + 2);
    size_t floor = from[0] == '/' ? 1 : has_drive(from) ? 3 : 0;
    memcpy(plain, from, floor);
    size_t length = floor;
    for (const char *at = from + floor, *end; *at; at = *end ? end + 1 : end) {
        end = at + strcspn(at, "/");
        size_t size = (size_t)(end - at);
        bool is_up = size == 2 && at[0] == '.' && at[1] == '.';
        if (size == 0 || (size == 1 && *at == '.'))
            continue;
        if (is_up && (take_back(plain, &length, floor) || floor > 0))
            continue;
        memcpy(plain + length, at, size);
        plain[length + size] = '/';
        length += size + 1;
    }
    if (length == 0)
        return ".";
    if (length > floor)
        length--;
    plain[length] = '\0';
    return plain;
}

enum vt_path_kind vt_path_kind(const char *path) {
    static const char *const system[] = {"/usr/include/", "/usr/lib/", "/usr/local/include/"};
    for (size_t i = 0; i < sizeof system / sizeof *system; i++)
        if (strncmp(path, system[i], strlen(system[i])) == 0)
            return VT_PATH_SYSTEM;
    if (path[0] == '/' || has_drive(path))
        return VT_PATH_ABSOLUTE;
    bool is_above = strncmp(path, "../", 3) == 0 || strcmp(path, "..") == 0;
    return is_above ? VT_PATH_ABOVE : VT_PATH_RELATIVE;
}

size_t vt_path_common(const char *path, const char *folder, size_t length) {
    size_t common = 0;
    for (size_t i = 0; i < length && path[i] && path[i] == folder[i]; i++)
        if (path[i] == '/')
            common = i + 1;
    return common;
}

const char *vt_uri_encode(struct vt_arena *arena, const char *path) {
    static const char hex[] = "0123456789ABCDEF";
    char *uri = vt_alloc(arena, 3 * strlen(path) + 1), *to = uri;
    for (const unsigned char *at = (const unsigned char *)path; *at; at++) {
        bool plain = (*at < 0x80 && isalnum(*at)) || strchr("-._~/", *at);
        if (plain) {
            *to++ = (char)*at;
            continue;
        }
        *to++ = '%';
        *to++ = hex[*at >> 4];
        *to++ = hex[*at & 15];
    }
    return uri;
}
