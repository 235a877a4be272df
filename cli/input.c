/* Reading files and folders into a vt_input. */
#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <search.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/archive.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

enum {
    FIRST_BYTES = 20, /* tell what a file is */
    NESTED_LIMIT =
        256, /* archives that thin archives may name, in all: they could name themselves */
};

static const uint64_t FILE_LIMIT = (uint64_t)4 << 30;

/* A file or member on its way in. */
struct place {
    const char *path; /* for messages */
    const char *name; /* for reports */
    bool is_given;    /* stands on the command line */
};

struct vt_input *vt_input_new(void) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_input *input = vt_alloc(arena, sizeof *input);

    input->arena = arena;
    return input;
}

static void forget(void *node) {
    (void)node; /* the tree's keys are the units' */
}

void vt_input_free(struct vt_input *input) {
    if (!input)
        return;
    tdestroy(input->by_digest, forget);
    for (size_t i = 0; i < input->nunits; i++)
        if (input->units[i].facts->unit)
            vt_arena_free(input->units[i].facts->unit->arena);
    vt_arena_free(input->arena);
}

int vt_digest_compare(const void *a, const void *b) {
    return memcmp(a, b, 32);
}

/* A copy of TEXT without anything a terminal would act on. */
static char *printable(struct vt_arena *arena, const char *text) {
    char *copy = vt_alloc_text(arena, text);

    for (char *c = copy; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = '?';
    return copy;
}

void vt_input_problem(struct vt_input *input, enum vt_problem_kind kind, const char *subject,
                      const char *format, ...) {
    struct vt_problem *problem;
    va_list arguments;
    char text[2048];

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    input->problems = vt_grow(input->arena, input->problems, input->nproblems,
                              &input->problems_room, sizeof *input->problems);
    problem = &input->problems[input->nproblems++];
    problem->kind = kind;
    problem->text = printable(input->arena, text);
    problem->subject = subject ? printable(input->arena, subject) : NULL;
}

/* Makes the units of OBJECT the input's, but for those that are there already. */
static void adopt(struct vt_input *input, struct place place, struct vt_object *object) {
    for (size_t i = 0; i < object->nfacts; i++) {
        struct vt_facts *facts = &object->facts[i];
        uint8_t **known = tsearch(facts->digest, &input->by_digest, vt_digest_compare);

        if (!known) {
            vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: out of memory", place.name);
            object->nfacts = 0;
            return;
        }
        if (*known != facts->digest)
            continue;
        input->units = vt_grow(input->arena, input->units, input->nunits, &input->units_room,
                               sizeof *input->units);
        input->units[input->nunits++] =
            (struct vt_input_unit){.origin = place.name, .path = place.path, .facts = facts};
    }
}

static void add_object(struct vt_input *input, struct place place, const uint8_t *bytes,
                       size_t size) {
    struct vt_input_object *object = vt_alloc(input->arena, sizeof *object);

    object->path = place.path;
    object->name = place.name;
    vt_object_read(input->arena, bytes, size, &object->object);
    object->is_image = object->object.kind == VT_OBJECT_IMAGE;
    if (object->is_image)
        vt_sha256(bytes, size, object->digest);
    for (size_t i = 0; i < object->object.nfaults; i++)
        vt_input_problem(input, VT_PROBLEM_BROKEN, place.name, "%s: %s", place.path,
                         object->object.faults[i]);
    adopt(input, place, &object->object);
    input->objects = vt_grow(input->arena, input->objects, input->nobjects, &input->objects_room,
                             sizeof *input->objects);
    input->objects[input->nobjects++] = object;
}

static bool has_suffix(const char *name, const char *suffix) {
    size_t length = strlen(name), n = strlen(suffix);

    return length >= n && strcmp(name + length - n, suffix) == 0;
}

/* For what is named like an object but is none, and for what was given and is none. */
static void not_an_object(struct vt_input *input, struct place place) {
    if (place.is_given)
        vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL,
                         "%s: neither ELF or COFF file, LLVM bitcode, archive nor folder",
                         place.path);
    else if (has_suffix(place.path, ".o") || has_suffix(place.path, ".o)"))
        vt_input_problem(input, VT_PROBLEM_BROKEN, place.name,
                         "%s: neither ELF or COFF file nor LLVM bitcode, despite its name",
                         place.path);
}

static void add_file(struct vt_input *input, struct place place, bool in_archive);

/* The file a thin archive's member is in stands relative to the archive's folder. */
static void add_thin_member(struct vt_input *input, struct place archive, struct place member,
                            const char *file) {
    const char *slash = strrchr(archive.path, '/');

    if (*file != '/' && slash)
        file = vt_alloc_format(input->arena, "%.*s/%s", (int)(slash - archive.path), archive.path,
                               file);
    member.path = file;
    add_file(input, member, true);
}

static void add_archive(struct vt_input *input, struct place place, const uint8_t *bytes,
                        size_t size) {
    struct vt_archive archive = {.bytes = bytes, .size = size, .arena = input->arena};
    struct vt_error error = {0};
    struct vt_member member;
    const char *last = "";

    while (vt_archive_next(&archive, &member, &error)) {
        const char *slash = strrchr(member.name, '/'), *shown = slash ? slash + 1 : member.name;
        struct place inner = {0};

        inner.path = vt_alloc_format(input->arena, "%s(%s)", place.path, shown);
        inner.name = vt_alloc_format(input->arena, "%s(%s)", place.name, shown);
        if (member.bytes) {
            switch (vt_object_kind(member.bytes, member.size)) {
            case VT_OBJECT_RELOCATABLE:
            case VT_OBJECT_BITCODE:
                add_object(input, inner, member.bytes, member.size);
                break;
            case VT_OBJECT_OTHER:
                not_an_object(input, inner);
                break;
            default: /* a linker does not look into these either */
                break;
            }
        } else if (strcmp(member.name, last) != 0) { /* members of one nested archive follow */
            last = member.name;
            add_thin_member(input, place, inner, member.name);
        }
    }
    if (*error.text)
        vt_input_problem(input, VT_PROBLEM_BROKEN, place.name, "%s: %s", place.path, error.text);
}

/* All of the regular file FD, in memory to be freed; NULL, with a problem, if that fails. */
static uint8_t *read_all(struct vt_input *input, const char *path, int fd, size_t *size) {
    struct stat status;
    uint8_t *bytes;
    size_t done = 0;
    ssize_t n;

    if (fstat(fd, &status) != 0 || (uint64_t)status.st_size > FILE_LIMIT) {
        vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: longer than 4 GiB", path);
        return NULL;
    }
    *size = (size_t)status.st_size;
    bytes = malloc(*size + 1);
    while (bytes && done < *size && (n = pread(fd, bytes + done, *size - done, (off_t)done)) > 0)
        done += (size_t)n;
    if (bytes && done == *size)
        return bytes;
    vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: %s", path,
                     bytes ? "cannot be read to its end" : "no memory to read it");
    free(bytes);
    return NULL;
}

static void add_contents(struct vt_input *input, struct place place, int fd,
                         enum vt_object_kind kind) {
    size_t size;
    uint8_t *bytes = read_all(input, place.path, fd, &size);

    if (!bytes)
        return;
    if (kind == VT_OBJECT_ARCHIVE)
        add_archive(input, place, bytes, size);
    else
        add_object(input, place, bytes, size);
    free(bytes);
}

/* True if an archive that a thin archive names may still be read. */
static bool may_nest(struct vt_input *input, struct place place) {
    if (input->nested < NESTED_LIMIT) {
        input->nested++;
        return true;
    }
    vt_input_problem(input, VT_PROBLEM_BROKEN, place.name,
                     "%s: too many archives named by thin archives", place.path);
    return false;
}

static void add_file(struct vt_input *input, struct place place, bool in_archive) {
    int fd = open(place.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    uint8_t first[FIRST_BYTES];
    struct stat status;
    ssize_t n = fd < 0 ? -1 : pread(fd, first, sizeof first, 0);
    enum vt_object_kind kind = n < 0 ? VT_OBJECT_OTHER : vt_object_kind(first, (size_t)n);

    if (n < 0)
        vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: %m", place.path);
    else if (kind == VT_OBJECT_OTHER || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        not_an_object(input, place);
    else if (kind != VT_OBJECT_IMAGE || place.is_given)
        if (kind != VT_OBJECT_ARCHIVE || !in_archive || may_nest(input, place))
            add_contents(input, place, fd, kind);
    if (fd >= 0)
        close(fd);
}

const char *vt_path_shown(const char *path) {
    size_t end = strlen(path);

    while (strncmp(path, "./", 2) == 0 && path[2] && path[2] != '/')
        path += 2;
    if (*path != '/')
        return path;
    while (end > 1 && path[end - 1] == '/')
        end--;
    while (end > 0 && path[end - 1] != '/')
        end--;
    return path + end;
}

static int by_name(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static void add_entry(struct vt_input *input, const FTSENT *entry, const char *root) {
    struct place place = {0};

    switch (entry->fts_info) {
    case FTS_F:
        place.path = vt_alloc_text(input->arena, entry->fts_path);
        place.name = place.path + (vt_path_shown(root) - root);
        place.is_given = entry->fts_level == FTS_ROOTLEVEL;
        add_file(input, place, false);
        break;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: %s", entry->fts_path,
                         strerror(entry->fts_errno));
        break;
    default:
        if (entry->fts_level == FTS_ROOTLEVEL && entry->fts_info == FTS_DEFAULT)
            vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: not a file or folder",
                             entry->fts_path);
        break;
    }
}

void vt_input_add(struct vt_input *input, const char *path) {
    char *paths[] = {(char *)(uintptr_t)path, NULL}; /* fts does not write to them */
    FTS *walk = *path ? fts_open(paths, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, by_name) : NULL;
    FTSENT *entry;

    if (!walk) {
        vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "'%s': %s", path,
                         *path ? strerror(errno) : "an empty name");
        return;
    }
    while ((entry = fts_read(walk)))
        add_entry(input, entry, path);
    fts_close(walk);
}
