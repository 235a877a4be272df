/* What is known of the name of a leak's file. See leak.h. */
#include <string.h>

#include "checkers/shared/channel/leak.h"
#include "engine/base/strings.h"

bool vt_leak_is_home(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "host.user"))
        return true;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "environment"))
        return false;
    const struct vt_trace *trace =
        vt_trace_value(program, source->event, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(vt_source_text(&names[i]), "HOME") == 0 ||
            strncmp(vt_source_text(&names[i]), "XDG_", 4) == 0)
            return true;
    return false;
}

/* True if event REF may read from a connection: one was found, or the search ran out before
 * anything else was. */
static bool may_be_connection(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    return vt_handle_is(program, ref, "socket") || vt_handle_is(program, ref, "tls") ||
           (trace && vt_trace_is_cut(trace) && !vt_has_opening(program, trace));
}

bool vt_leak_is_setting(struct vt_program *program, const struct vt_source *source) {
    static const char *const classes[] = {"environment", "argument", "io.read", "terminal.read",
                                          "ipc"};
    if (source->kind == VT_SOURCE_PARAMETER) /* but how many words there are says little */
        return source->index > 0 && vt_program_is_main(program, source->function);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, classes[i]))
            return !may_be_connection(program, source->event);
    return false;
}

/* What a name begins with tells more than where that is put in: "/var/lib/x", and then "%s.tmp". Of
 * a search that ran out it may begin another. */
static bool tells_more(const char *text, const struct vt_file_name *name, bool is_cut) {
    return !*name->text || (*name->text == '%' && *text == '/' && !is_cut);
}

static void join(struct vt_program *program, const struct vt_source *source, bool is_cut,
                 struct vt_file_name *name) {
    const char *text = vt_source_text(source);
    bool names = strlen(text) > 2 && strpbrk(text, "/.");
    if (names && tells_more(text, name, is_cut)) {
        name->text = text;
        name->concealed = source->constant->concealed || source->tags & VT_TAG_XOR;
    }
    name->is_rooted |= *text == '/';
    bool home = vt_leak_is_home(program, source);
    name->home |= home || strncmp(text, "~/", 2) == 0;
    name->walked |= vt_source_is(program, source, VT_FACT_ORIGIN, "file.name");
    if (!name->network && vt_source_is(program, source, VT_FACT_ORIGIN, "network")) {
        name->network = true;
        name->request = source->event;
    }
    if (!(source->tags & VT_TAG_NUMBER)) /* a number that is put into a name does not give it */
        name->given |= !home && vt_leak_is_setting(program, source);
    name->any = true;
}

/* Names are as far from the sink as the way there: they are asked for in its context. */
static struct vt_file_name name_of(struct vt_check *check, const struct vt_leak *leak,
                                   const struct vt_asked *asked) {
    struct vt_program *program = vt_check_program(check);
    struct vt_file_name name = {.text = ""};
    size_t nsteps = 0, count = 0;
    const struct vt_flow_step *steps = NULL;
    if (leak->source)
        steps = vt_trace_steps(leak->trace, leak->source, vt_check_arena(check), &nsteps);
    const struct vt_trace *trace = vt_trace_role_at(program, asked, steps, nsteps);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        join(program, &sources[i], vt_trace_is_cut(trace), &name);
    return name;
}

/* True if SOURCE is a name that was read through the handle of a folder. */
static bool is_from_folder(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "file.name") &&
           vt_trace_role(program, source->event, VT_ROLE_HANDLE, NULL, VT_ABOUT_DATA);
}

bool vt_leak_is_copy(struct vt_program *program, const struct vt_leak *leak) {
    const struct vt_unit *unit;
    const struct vt_event *sink = vt_program_event(program, leak->asked.ref, &unit);
    return vt_class_is(vt_string(unit->strings, sink->class_name), "io.copy") &&
           (vt_source_is(program, leak->source, VT_FACT_ALLOC, "file") ||
            vt_source_is(program, leak->source, VT_FACT_ALLOC, "pipe"));
}

struct vt_file_name vt_leak_read_name(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_asked asked = {
        .ref = leak->source->event, .role = VT_ROLE_PATH, .avoid = VT_ABOUT_DATA};
    if (vt_leak_is_copy(vt_check_program(check), leak)) {
        asked.ref = leak->asked.ref; /* what copies tells which file it copies from */
    } else if (vt_source_is(vt_check_program(check), leak->source, VT_FACT_ORIGIN, "io.read") ||
               is_from_folder(vt_check_program(check), leak->source)) {
        asked.role = VT_ROLE_HANDLE;
        asked.field = "path";
    }
    return name_of(check, leak, &asked);
}

struct vt_file_name vt_leak_written_name(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_asked asked = {
        .ref = leak->asked.ref, .role = VT_ROLE_HANDLE, .field = "path", .avoid = VT_ABOUT_DATA};
    struct vt_file_name name = name_of(check, leak, &asked);
    if (*name.text || name.given)
        return name;
    asked.role = VT_ROLE_PATH; /* it is opened and written in one call */
    asked.field = NULL;
    return name_of(check, leak, &asked);
}

bool vt_leak_is_named(struct vt_check *check, struct vt_leak *leak, const char *class_name) {
    struct vt_naming naming = {.sink = leak->asked,
                               .origin = leak->source->event,
                               .role = VT_ROLE_HANDLE,
                               .field = "path",
                               .kind = "file",
                               .class_name = class_name};
    struct vt_program *program = vt_check_program(check);
    if (vt_leak_is_copy(program, leak))
        return vt_leak_pattern(program, vt_leak_read_name(check, leak).text, class_name);
    if (!vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read") &&
        !is_from_folder(program, leak->source)) {
        if (!vt_source_is(program, leak->source, VT_FACT_ORIGIN, "file"))
            return false;
        naming.role = VT_ROLE_PATH;
        naming.field = NULL;
    }
    if (vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read") &&
        vt_handle_is(program, leak->source->event, "pipe"))
        naming.field = "command";
    return vt_ask_naming(program, &naming, vt_check_arena(check), &leak->trace, &leak->source);
}

const struct vt_pattern *vt_leak_pattern(struct vt_program *program, const char *text,
                                         const char *class_name) {
    const struct vt_pattern *pattern = vt_program_pattern(program, "file", text);
    return pattern && vt_class_is(pattern->class_name, class_name) ? pattern : NULL;
}

bool vt_leak_is_of(struct vt_program *program, const struct vt_source *source,
                   const char *class_name) {
    size_t count = 0;
    if (!source || !vt_source_is(program, source, VT_FACT_ORIGIN, "io.read"))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_leak_pattern(program, vt_source_text(&names[i]), class_name))
            return true;
    return false;
}

bool vt_is_odd_place(const char *path) {
    static const char *const folders[] = {"/tmp/",     "/var/tmp/",     "/dev/shm/",
                                          "/var/run/", "/run/",         "/usr/lib",
                                          "/lib",      "/usr/include/", "/usr/share/"};
    const char *slash = strrchr(path, '/');
    if (slash && slash[1] == '.')
        return true;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (strncmp(path, folders[i], strlen(folders[i])) == 0)
            return true;
    return false;
}

bool vt_leak_names_own(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "program.file") ||
        vt_leak_pattern(program, vt_source_text(source), "program.file"))
        return true;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "file"))
        return false;
    const struct vt_trace *link = /* where a link leads */
        vt_trace_value(program, source->event, VT_ROLE_PATH, VT_ABOUT_DATA);
    const struct vt_source *names = link ? vt_trace_sources(link, &count) : NULL;
    return count == 1 && vt_leak_pattern(program, vt_source_text(names), "program.file");
}
