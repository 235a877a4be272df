/* What the user asked for with -fplugin-arg-vitrine-KEY=VALUE. Knows nothing of LLVM. */
#ifndef VT_PLUGIN_OPTIONS_H
#define VT_PLUGIN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/finding/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_declaration;
struct vt_error;

struct vt_options {
    const char *sarif; /* sarif=FILE: findings of this unit go there too; or NULL */
    const char *rules; /* rules=ID|FAMILY,...: only these; NULL: all */
    const struct vt_models
        *models; /* the built-in ones with those of every models=FILE over them */
    const struct vt_declaration *declaration; /* declare=FILE, or NULL */
    enum vt_level fail; /* fail=none|error|warning: findings from this level on are
                           errors of the compile; NONE: no finding is */
    bool note;          /* note=on|off: write .note.vitrine */
    bool warn;          /* warn=on|off: findings are shown as warnings */
    unsigned budget;    /* budget=1..10: what the analysis may cost */
    bool probe;         /* probe=on|off: calls of vt_probe_*() are answered */
};

/* Reads COUNT arguments of the form KEY=VALUE into OPTIONS; what it refers to lives in ARENA. Later
 * arguments win; models= adds up. False and ERROR (naming the argument) if one is not known,
 * malformed or names a file that cannot be read. */
bool vt_options_parse(const char *const *arguments, size_t count, struct vt_arena *arena,
                      struct vt_options *options, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
