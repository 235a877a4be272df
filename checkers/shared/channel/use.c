/* See use.h. */
#include "checkers/shared/channel/use.h"

#include <string.h>

#include "engine/base/arena.h"

struct sort {
    const char *class_name;
    enum vt_role role;
    bool prepares;
    int base;
    const char *verb;
};

static const struct sort sorts[] = {
    {"exec.shell", VT_ROLE_COMMAND, false, 70, "is run"},
    {"exec.program", VT_ROLE_PATH, false, 70, "is run"},
    {"exec.code", VT_ROLE_PATH, false, 70, "is run by an interpreter"},
    {"load.library", VT_ROLE_PATH, false, 70, "is loaded"},
    {"load.package", VT_ROLE_PATH, false, 50, "is installed"}, /* may be checked there */
    {"file.mode", VT_ROLE_PATH, true, 60, "is made executable"},
    {"file.rename", VT_ROLE_PAYLOAD, true, 55, "is put among the system's programs"},
};

static bool has_constant(const struct vt_trace *trace, int64_t mask) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number & mask)
            return true;
    return false;
}

/* True if TRACE brings a path where the system keeps what it runs by itself. */
static bool is_system_place(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_is_place(program, vt_source_text(&sources[i]), "system.program"))
            return true;
    return false;
}

/* Changing a mode runs nothing unless it makes executable; renaming, unless the system runs it. */
static bool is_serious(struct vt_program *program, struct vt_event_ref ref,
                       const struct sort *sort) {
    if (strcmp(sort->class_name, "file.mode") == 0)
        return has_constant(vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA), 0111);
    if (strcmp(sort->class_name, "file.rename") == 0)
        return is_system_place(program, vt_trace_value(program, ref, VT_ROLE_PATH, VT_ABOUT_DATA));
    return true;
}

/* True if TRACE has the folder in which descriptors are files: a number names a file there. */
static bool is_among_descriptors(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (strncmp(text, "/dev/fd/", 8) == 0 ||
            (strncmp(text, "/proc/", 6) == 0 && strstr(text, "/fd/")))
            return true;
    }
    return false;
}

static const struct vt_trace *words_of(struct vt_program *program, struct vt_event_ref ref,
                                       enum vt_role role) {
    const struct vt_trace *words = vt_trace_value(program, ref, role, VT_NOT_NAME);
    return is_among_descriptors(words) ? vt_trace_value(program, ref, role, VT_ABOUT_DATA) : words;
}

struct vt_use *vt_find_uses(struct vt_check *check, size_t *count) {
    struct vt_program *program = vt_check_program(check);
    struct vt_use *uses = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t s = 0; s < sizeof sorts / sizeof *sorts; s++) {
        const struct sort *sort = &sorts[s];
        size_t nrefs;
        struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, sort->class_name,
                                                      vt_check_arena(check), &nrefs);
        for (size_t i = 0; i < nrefs; i++) {
            if (!is_serious(program, refs[i], sort))
                continue;
            struct vt_use use = {.ref = refs[i],
                                 .role = sort->role,
                                 .base = sort->base,
                                 .verb = sort->verb,
                                 .prepares = sort->prepares,
                                 .words = words_of(program, refs[i], sort->role)};
            uses = vt_grow(vt_check_arena(check), uses, *count, &capacity, sizeof *uses);
            uses[*count] = use;
            *count += use.words != NULL;
        }
    }
    return uses;
}

/* Where many files lie: another name follows. */
static bool names_folder(const char *text) {
    static const char *const folders[] = {"/tmp", "/var/tmp", "/dev/shm", "/run", "/var/run",
                                          "/var", "/etc",     "/usr",     "/opt", "/home"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (strcmp(text, folders[i]) == 0)
            return true;
    return *text && text[strlen(text) - 1] == '/';
}

/* True if TEXT is a format that prints more than numbers: process numbers make the names of one
 * program's files, and anything else many. */
static bool prints_text(const char *text) {
    while ((text = strchr(text, '%'))) {
        text += 1 + strspn(text + 1, "0123456789lhz");
        if (!*text || !strchr("diuxX", *text))
            return true;
    }
    return false;
}

/* Behind a folder that is put in ("%s/setup.exe", "%ssetup.exe") the name is whole; what mkstemp
 * fills in ("/.XXXXXX") is none. */
bool vt_use_is_name(const char *text) {
    if (strncmp(text, "%s", 2) == 0)
        text += text[2] == '/' || text[2] == '\\' ? 3 : 2;
    if ((*text == '.' && !strchr(text, '/')) || names_folder(text))
        return false;
    return strspn(text, "./-X") < strlen(text) && strlen(text) > 2 && strpbrk(text, "/.") &&
           !(*text == '/' ? prints_text(text) : strchr(text, '%') != NULL) && !strchr(text, ' ');
}
