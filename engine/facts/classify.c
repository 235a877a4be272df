/* What names of files, variables and functions tell. */
#include <fnmatch.h>
#include <stdbool.h>
#include <string.h>

#include "engine/facts/model.h"

enum { LONGEST_PATH = 1024 }; /* on Windows */

/* The bit of letter A with B behind it, whatever their case; 0 is either end of a text. */
static uint64_t pair_of(char a, char b) {
    uint32_t pair = ((uint32_t)(unsigned char)a << 8 | (unsigned char)b) | 0x2020;
    return UINT64_C(1) << (pair * 0x9e3779b1u >> 26);
}

uint64_t vt_pattern_pairs(const char *pattern) {
    uint64_t pairs = 0;
    bool follows = true; /* what stood before is known */
    char before = 0;
    for (const char *at = pattern; *at != '[' && *at != '\\'; at++) {
        bool is_known = *at != '*' && *at != '?';
        if (is_known && follows)
            pairs |= pair_of(before, *at);
        if (!*at)
            break;
        follows = is_known;
        before = *at;
    }
    return pairs;
}

static uint64_t pairs_of_text(const char *text) {
    uint64_t pairs = pair_of(0, *text);
    for (; *text; text++)
        pairs |= pair_of(text[0], text[1]);
    return pairs;
}

/* In patterns folders end with a slash, on Windows, too: a copy of PATH in ROOM with slashes only,
 * or PATH if it has them, or is longer. A name alone lies in some folder. */
static const char *with_slashes(const char *path, char *room, size_t size) {
    size_t length = strlen(path), before = !strpbrk(path, "/\\");
    if (length + before >= size || (!before && !strchr(path, '\\')))
        return path;
    *room = '/';
    for (size_t i = 0; i <= length; i++)
        room[before + i] = (char)(path[i] == '\\' ? '/' : path[i]);
    return room;
}

const struct vt_pattern *vt_models_classify(const struct vt_models *models, const char *kind,
                                            const char *text) {
    bool folds = strcmp(kind, "variable") == 0 || strcmp(kind, "right") == 0 ||
                 strcmp(kind, "function") == 0 || strcmp(kind, "prompt") == 0;
    int flags = folds ? FNM_CASEFOLD : 0;
    char room[LONGEST_PATH];
    if (!*text)
        return NULL; /* no name */
    if (strcmp(kind, "file") == 0 || strcmp(kind, "place") == 0)
        text = with_slashes(text, room, sizeof room);
    uint64_t pairs = pairs_of_text(text);
    for (size_t i = 0; i < models->npatterns; i++) {
        const struct vt_pattern *pattern = &models->patterns[i];
        if ((pattern->pairs & ~pairs) == 0 && strcmp(pattern->kind, kind) == 0 &&
            fnmatch(pattern->pattern, text, flags) == 0)
            return pattern;
    }
    return NULL;
}
