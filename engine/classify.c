/* What names of files and variables tell. */
#include <fnmatch.h>
#include <string.h>

#include "engine/model.h"

const struct vt_pattern *vt_models_classify(const struct vt_models *models, const char *kind,
                                            const char *text) {
    int flags = strcmp(kind, "variable") == 0 ? FNM_CASEFOLD : 0;
    for (size_t i = 0; i < models->npatterns; i++) {
        const struct vt_pattern *pattern = &models->patterns[i];
        if (strcmp(pattern->kind, kind) == 0 && fnmatch(pattern->pattern, text, flags) == 0)
            return pattern;
    }
    return NULL;
}
