/* What was read, finished: sorted, copies written out, laid over the base. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "models/reader.h"

struct vt_reader *vt_reader_new(struct vt_arena *arena, const struct vt_models *base,
                                const struct vt_model_class *classes, size_t nclasses) {
    struct vt_reader *reader = vt_alloc(arena, sizeof *reader);
    reader->arena = arena;
    reader->base = base;
    if (base)
        memcpy(reader->digest, base->digest, sizeof reader->digest);
    if (nclasses) {
        reader->classes = vt_alloc_copy(arena, classes, nclasses * sizeof *classes);
        reader->nclasses = reader->class_capacity = nclasses;
    }
    return reader;
}

void vt_reader_digest(struct vt_reader *reader, const char *text, size_t size) {
    uint8_t both[64];
    memcpy(both, reader->digest, 32);
    vt_sha256(text, size, both + 32);
    vt_sha256(both, sizeof both, reader->digest);
}

static int by_class(const void *left, const void *right) {
    const struct vt_model_class *a = left, *b = right;
    return a->fact != b->fact ? (a->fact > b->fact) - (a->fact < b->fact)
                              : strcmp(a->name, b->name);
}

const struct vt_model_class *vt_reader_classes(const struct vt_reader *reader, size_t *count) {
    *count = reader->nclasses;
    if (!reader->nclasses)
        return NULL;
    struct vt_model_class *sorted =
        vt_alloc_copy(reader->arena, reader->classes, reader->nclasses * sizeof *sorted);
    qsort(sorted, reader->nclasses, sizeof *sorted, by_class);
    return sorted;
}

static int by_name(const void *left, const void *right) {
    const struct vt_reader_function *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static int name_is(const void *name, const void *entry) {
    const struct vt_reader_function *function = entry;
    return strcmp(name, function->name);
}

/* The rows FUNCTION has or copies: of this reader, or else of the base. */
static const struct vt_row *rows_of(const struct vt_reader *reader,
                                    const struct vt_reader_function *function, size_t *count,
                                    struct vt_error *error) {
    *count = function->nrows;
    if (!function->as)
        return reader->rows + function->first;
    const struct vt_reader_function *original =
        reader->nfunctions ? bsearch(function->as, reader->functions, reader->nfunctions,
                                     sizeof *original, name_is)
                           : NULL;
    if (original && original->as) {
        vt_fail(error, "%.120s: function %.80s, member \"as\": %.80s is itself a copy",
                function->file, function->name, function->as);
        return NULL;
    }
    if (original)
        *count = original->nrows;
    const struct vt_row *rows = original       ? reader->rows + original->first
                                : reader->base ? vt_models_find(reader->base, function->as, count)
                                               : NULL;
    if (!rows)
        vt_fail(error, "%.120s: function %.80s, member \"as\": no function %.80s", function->file,
                function->name, function->as);
    return rows;
}

/* Renumbers *BASE as FUNCTION says; false if FUNCTION has no such argument. */
static bool renumber(const struct vt_reader_function *function, int8_t *base) {
    if (*base < 0 || !function->has_map)
        return true;
    if (*base >= function->nmap)
        return false;
    *base = function->map[*base];
    return true;
}

/* Renumbers all ports of ROW, which still shares its lists with the original. */
static bool renumber_row(const struct vt_reader *reader, const struct vt_reader_function *function,
                         struct vt_row *row) {
    bool fits = renumber(function, &row->from.base) && renumber(function, &row->to.base) &&
                renumber(function, &row->length.base);
    struct vt_role_port *roles =
        vt_alloc_copy(reader->arena, row->roles, row->nroles * sizeof *roles);
    for (size_t i = 0; i < row->nroles; i++)
        fits = fits && renumber(function, &roles[i].port.base);
    struct vt_callback_argument *arguments =
        vt_alloc_copy(reader->arena, row->arguments, row->narguments * sizeof *arguments);
    for (size_t i = 0; i < row->narguments; i++)
        fits = fits && renumber(function, &arguments[i].port.base);
    int8_t argument = (int8_t)row->when_argument;
    fits = fits && (row->when == VT_WHEN_ALWAYS || renumber(function, &argument));
    row->when_argument = (uint8_t)argument;
    row->roles = roles;
    row->arguments = arguments;
    return fits;
}

struct output {
    struct vt_row *rows;
    size_t count, capacity;
};

static bool write_function(const struct vt_reader *reader,
                           const struct vt_reader_function *function, struct output *output,
                           struct vt_error *error) {
    size_t count;
    const struct vt_row *rows = rows_of(reader, function, &count, error);
    if (!rows)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (output->count >= VT_MODEL_ROWS)
            return vt_fail(error, "%.120s: function %.80s: more than %u rows in all",
                           function->file, function->name, VT_MODEL_ROWS);
        output->rows = vt_grow(reader->arena, output->rows, output->count, &output->capacity,
                               sizeof *output->rows);
        struct vt_row *row = &output->rows[output->count++];
        *row = rows[i];
        row->function = function->name;
        if (function->has_map && !renumber_row(reader, function, row))
            return vt_fail(error,
                           "%.120s: function %.80s, member \"arguments\": row %zu of %.80s is "
                           "about an argument that has no place here",
                           function->file, function->name, i + 1, function->as);
    }
    return true;
}

/* Copies the rows of the base that come before NAME (NULL: all that are left) and drops NAME's. */
static void write_base(const struct vt_reader *reader, size_t *next, const char *name,
                       struct output *output) {
    const struct vt_models *base = reader->base;
    for (; base && *next < base->nrows; ++*next) {
        int order = name ? strcmp(base->rows[*next].function, name) : -1;
        if (order > 0)
            return;
        if (order == 0)
            continue;
        output->rows = vt_grow(reader->arena, output->rows, output->count, &output->capacity,
                               sizeof *output->rows);
        output->rows[output->count++] = base->rows[*next];
    }
}

/* The functions are sorted. */
static bool is_each_once(const struct vt_reader *reader, struct vt_error *error) {
    for (size_t i = 1; i < reader->nfunctions; i++) {
        const struct vt_reader_function *function = &reader->functions[i];
        if (strcmp(function[-1].name, function->name) == 0)
            return vt_fail(error, "%.120s: function %.80s stands twice (also in %.120s)",
                           function->file, function->name, function[-1].file);
    }
    return true;
}

/* The reader's patterns, then the base's: those of a later file count first. */
static const struct vt_pattern *write_patterns(const struct vt_reader *reader, size_t *count) {
    size_t inherited = reader->base ? reader->base->npatterns : 0;
    *count = reader->npatterns + inherited;
    struct vt_pattern *patterns = vt_alloc_array(reader->arena, *count + 1, sizeof *patterns);
    if (reader->npatterns)
        memcpy(patterns, reader->patterns, reader->npatterns * sizeof *patterns);
    if (inherited)
        memcpy(patterns + reader->npatterns, reader->base->patterns, inherited * sizeof *patterns);
    return patterns;
}

const struct vt_models *vt_reader_finish(struct vt_reader *reader, struct vt_error *error) {
    struct output output = {0};
    size_t next = 0;
    if (reader->nfunctions)
        qsort(reader->functions, reader->nfunctions, sizeof *reader->functions, by_name);
    if (!is_each_once(reader, error))
        return NULL;
    for (size_t i = 0; i < reader->nfunctions; i++) {
        const struct vt_reader_function *function = &reader->functions[i];
        write_base(reader, &next, function->name, &output);
        if (!write_function(reader, function, &output, error))
            return NULL;
    }
    write_base(reader, &next, NULL, &output);
    struct vt_models *models = vt_alloc(reader->arena, sizeof *models);
    *models = (struct vt_models){.rows = output.rows, .nrows = output.count};
    models->patterns = write_patterns(reader, &models->npatterns);
    if (reader->base) {
        models->references = reader->base->references;
        models->nreferences = reader->base->nreferences;
        models->lookup = reader->base->lookup;
    }
    memcpy(models->digest, reader->digest, sizeof models->digest);
    return models;
}
