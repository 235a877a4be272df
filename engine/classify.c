/* What names of files and variables tell. */
#include <fnmatch.h>
#include <stdbool.h>
#include <string.h>

#include "engine/model.h"

#define SPECIAL "*?[\\"

/* False if TEXT does not begin as PATTERN does, or has not in it what follows on a first "*": so it
 * is with most, and fnmatch takes its time. */
static bool may_fit(const char *pattern, const char *text, size_t length) {
    if (pattern[0] != '*')
        return pattern[0] == text[0] || strchr(SPECIAL, pattern[0]);
    size_t size = strcspn(pattern + 1, SPECIAL);
    return size == 0 || memmem(text, length, pattern + 1, size);
}

const struct vt_pattern *vt_models_classify(const struct vt_models *models, const char *kind,
                                            const char *text) {
    bool folds = strcmp(kind, "variable") == 0 || strcmp(kind, "right") == 0;
    int flags = folds ? FNM_CASEFOLD : 0;
    size_t length = strlen(text);
    if (length == 0)
        return NULL; /* no name */
    for (size_t i = 0; i < models->npatterns; i++) {
        const struct vt_pattern *pattern = &models->patterns[i];
        if (strcmp(pattern->kind, kind) != 0 ||
            (!flags && !may_fit(pattern->pattern, text, length)))
            continue;
        if (fnmatch(pattern->pattern, text, flags) == 0)
            return pattern;
    }
    return NULL;
}
