/* vitrine-modelc: model files to the C table that is built in.
 *
 *   vitrine-modelc OUTPUT.c FILE.json... [--tables FILE.json...]
 *
 * Same files in the same order, same bytes out. The files that declare classes come first; behind
 * --tables stand those of models/tables/. Runs at build time only.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "models/compile_tables.h"
#include "models/parse.h"
#include "models/reader.h"

static void print_text(FILE *out, const char *text) {
    if (!text) {
        fputs("0", out);
        return;
    }
    fputc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\' || c == '?')
            fprintf(out, "\\%03o", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

static void print_port(FILE *out, const struct vt_port *port) {
    fprintf(out, "{%d,%u,%d,%d,%d,", port->base, port->depth, port->rest, port->offset, port->size);
    print_text(out, port->field);
    fputc('}', out);
}

static void print_port_member(FILE *out, const char *member, const struct vt_port *port) {
    fprintf(out, ", .%s = ", member);
    print_port(out, port);
}

static void print_text_member(FILE *out, const char *member, const char *text) {
    if (!text)
        return;
    fprintf(out, ", .%s = ", member);
    print_text(out, text);
}

static void print_roles(FILE *out, const struct vt_row *row) {
    if (row->nroles == 0)
        return;
    fprintf(out, ", .nroles = %u, .roles = (const struct vt_role_port[]){", row->nroles);
    for (size_t i = 0; i < row->nroles; i++) {
        fprintf(out, "%s{%d,", i ? "," : "", row->roles[i].role);
        print_port(out, &row->roles[i].port);
        fputc('}', out);
    }
    fputc('}', out);
}

static void print_arguments(FILE *out, const struct vt_row *row) {
    if (row->narguments == 0)
        return;
    fprintf(out, ", .narguments = %u, .arguments = (const struct vt_callback_argument[]){",
            row->narguments);
    for (size_t i = 0; i < row->narguments; i++) {
        fputs(i ? ",{" : "{", out);
        print_port(out, &row->arguments[i].port);
        fputc(',', out);
        print_text(out, row->arguments[i].origin);
        fputc('}', out);
    }
    fputc('}', out);
}

/* Members that are zero are left out, so that a row reads like its JSON. */
static void print_row(FILE *out, const struct vt_row *row) {
    fprintf(out, "    {.fact = %d", row->fact);
    print_text_member(out, "function", row->function);
    print_text_member(out, "library", row->library);
    print_text_member(out, "class_name", row->class_name);
    print_text_member(out, "value", row->value);
    print_port_member(out, "from", &row->from);
    print_port_member(out, "to", &row->to);
    print_port_member(out, "length", &row->length);
    if (row->tags)
        fprintf(out, ", .tags = %uu", row->tags);
    if (row->replaces)
        fputs(", .replaces = 1", out);
    if (row->later)
        fputs(", .later = 1", out);
    if (row->success)
        fprintf(out, ", .success = %d", row->success);
    print_roles(out, row);
    print_arguments(out, row);
    if (row->when)
        fprintf(out, ", .when = %d, .when_argument = %u, .when_value = %lld", row->when,
                row->when_argument, (long long)row->when_value);
    fputs("},\n", out);
}

static void print_patterns(FILE *out, const struct vt_models *models) {
    fputs("static const struct vt_pattern patterns[] = {\n", out);
    for (size_t i = 0; i < models->npatterns; i++) {
        const struct vt_pattern *pattern = &models->patterns[i];
        const char *texts[] = {pattern->kind, pattern->pattern, pattern->class_name,
                               pattern->meaning};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            fputs(t ? "," : "    {", out);
            print_text(out, texts[t]);
        }
        fprintf(out, ", UINT64_C(%llu)},\n", (unsigned long long)pattern->pairs);
    }
    fputs("    {0, 0, 0, 0, 0}};\n\n", out);
}

static void print_models(FILE *out, const struct vt_models *models,
                         const struct vt_model_class *classes, size_t nclasses, size_t ntables) {
    fputs("const struct vt_model_class vt_builtin_classes[] = {\n", out);
    for (size_t i = 0; i < nclasses; i++) {
        fprintf(out, " {%d,", classes[i].fact);
        print_text(out, classes[i].name);
        fputs("},\n", out);
    }
    fprintf(out, "};\nconst size_t vt_builtin_nclasses = %zu;\n\n", nclasses);
    fputs("static const struct vt_row rows[] = {\n", out);
    for (size_t i = 0; i < models->nrows; i++)
        print_row(out, &models->rows[i]);
    fputs("};\n\n", out);
    print_patterns(out, models);
    fprintf(out, "const struct vt_models vt_builtin_models = {rows, %zu, {", models->nrows);
    for (size_t i = 0; i < sizeof models->digest; i++)
        fprintf(out, "%s%u", i ? "," : "", models->digest[i]);
    fprintf(out, "}, patterns, %zu, references, %zu, &lookup};\n", models->npatterns, ntables);
}

/* The digest covers the table files, in front of the others. */
static bool read_tables(struct vt_reader *reader, char **paths, size_t count,
                        struct vt_table_list *tables, struct vt_arena *arena,
                        struct vt_error *error) {
    for (size_t i = 0; i < count; i++) {
        size_t size;
        const char *text = vt_file_read(paths[i], arena, &size, error);
        if (!text || !vt_tables_read(tables, paths[i], text, size, arena, error))
            return false;
        vt_reader_digest(reader, text, size);
    }
    return true;
}

static const struct vt_models *read_models(struct vt_reader *reader, char **paths, int count,
                                           struct vt_arena *arena, struct vt_error *error) {
    for (int i = 0; i < count; i++) {
        size_t size;
        const char *text = vt_file_read(paths[i], arena, &size, error);
        if (!text || !vt_reader_add(reader, paths[i], text, size, error))
            return NULL;
    }
    const struct vt_models *models = vt_reader_finish(reader, error);
    if (models && models->nrows == 0)
        vt_fail(error, "%s: no rows in all files together", paths[0]);
    return models && models->nrows ? models : NULL;
}

static bool write_models(const char *path, struct vt_reader *reader, const struct vt_models *models,
                         const struct vt_table_list *tables, struct vt_arena *arena,
                         struct vt_error *error) {
    size_t nclasses;
    const struct vt_model_class *classes = vt_reader_classes(reader, &nclasses);
    FILE *out = fopen(path, "w");
    if (!out)
        return vt_fail(error, "%s: %s", path, strerror(errno));
    fputs("/* Written by vitrine-modelc from the files in models/; not to be edited. */\n"
          "#include \"models/models.h\"\n#include \"models/parse.h\"\n\n",
          out);
    vt_tables_print(out, tables, arena);
    print_models(out, models, classes, nclasses, tables->count);
    bool written = !ferror(out);
    if (fclose(out) != 0 || !written)
        return vt_fail(error, "%s: %s", path, strerror(errno));
    return true;
}

int main(int argc, char **argv) {
    int end = 2;
    while (end < argc && strcmp(argv[end], "--tables") != 0)
        end++;
    if (end < 3) {
        fprintf(stderr, "usage: vitrine-modelc OUTPUT.c FILE.json... [--tables FILE.json...]\n");
        return 2;
    }
    struct vt_arena *arena = vt_arena_new();
    struct vt_error error = {""};
    struct vt_reader *reader = vt_reader_new(arena, NULL, NULL, 0);
    struct vt_table_list tables = {0};
    size_t ntables = end < argc ? (size_t)(argc - end - 1) : 0;
    const struct vt_models *models = NULL;
    if (read_tables(reader, argv + end + 1, ntables, &tables, arena, &error))
        models = read_models(reader, argv + 2, end - 2, arena, &error);
    bool done = models && write_models(argv[1], reader, models, &tables, arena, &error);
    if (!done)
        fprintf(stderr, "vitrine-modelc: %s\n", error.text);
    vt_arena_free(arena);
    return done ? 0 : 1;
}
