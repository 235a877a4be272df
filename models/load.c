/* Model files the user adds at run time. */
#include "models/models.h"

#include "engine/base/error.h"
#include "models/parse.h"

const struct vt_models *vt_models_parse(const struct vt_models *base, const char *name,
                                        const char *text, size_t size, struct vt_arena *arena,
                                        struct vt_error *error) {
    struct vt_reader *reader = vt_reader_new(arena, base, vt_builtin_classes, vt_builtin_nclasses);
    return vt_reader_add(reader, name, text, size, error) ? vt_reader_finish(reader, error) : NULL;
}

const struct vt_models *vt_models_load(const struct vt_models *base, const char *path,
                                       struct vt_arena *arena, struct vt_error *error) {
    size_t size;
    const char *text = vt_file_read(path, arena, &size, error);
    return text ? vt_models_parse(base, path, text, size, arena, error) : NULL;
}
