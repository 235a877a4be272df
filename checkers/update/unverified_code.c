/* update/unverified-code: what came over the network is run, and no signature stands before it.
 *
 *     recv(fd, line, sizeof line - 1, 0);
 *     snprintf(command, sizeof command, "/bin/sh -c '%s'", line);
 *     system(command);
 *
 * and the longer way: the payload is written to a file, and a file of this name is run, loaded,
 * made executable or put among the system's programs. Not caught: names that are put together
 * differently where the file is written and where it is run.
 */
#include <fnmatch.h>
#include <string.h>

#include "checkers/ask.h"
#include "engine/arena.h"

/* Data stay code through text functions; a number that is printed is a number. */
#define NOT_CODE (VT_ABOUT_DATA | VT_TAG_NUMBER | VT_TAG_HANDLE)

struct sink {
    const char *class_name;
    enum vt_role role;
    bool is_path; /* the role names a file */
    int base;
    const char *verb;
};

static const struct sink sinks[] = {
    {"exec.shell", VT_ROLE_COMMAND, false, 70, "is run as a command"},
    {"exec.program", VT_ROLE_ARGUMENT, false, 70, "is run as a command"},
    {"exec.code", VT_ROLE_CODE, false, 70, "is run by an interpreter"},
    {"exec.code", VT_ROLE_COMMAND, false, 70, "is run by an interpreter"},
    {"load.module", VT_ROLE_PAYLOAD, false, 75, "is loaded into the kernel"},
    {"code.executable", VT_ROLE_CODE, false, 75, "becomes executable memory"},
    {"exec.shell", VT_ROLE_COMMAND, true, 70, "is run"},
    {"exec.program", VT_ROLE_PATH, true, 70, "is run"},
    {"load.library", VT_ROLE_PATH, true, 70, "is loaded"},
    {"file.mode", VT_ROLE_PATH, true, 60, "is made executable"},
    {"file.rename", VT_ROLE_PAYLOAD, true, 55, "is put among the system's programs"},
};

static bool is_network(struct vt_program *program, const struct vt_source *source) {
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "network"))
        return true;
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
           (vt_handle_is(program, source->event, "socket") ||
            vt_handle_is(program, source->event, "tls"));
}

static const struct vt_source *find_network(struct vt_program *program,
                                            const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (is_network(program, &sources[i]))
            return &sources[i];
    return NULL;
}

/* ---- Through memory ---------------------------------------------------------------------- */

static void weigh_peer(struct vt_check *check, struct vt_finding *finding,
                       struct vt_event_ref ref) {
    struct vt_peer peer = vt_ask_peer(vt_check_program(check), ref);
    if (peer.kind == VT_PEER_CONSTANT)
        vt_finding_evidence(check, finding, "constant-peer", 10,
                            "It comes from a peer that is written in the program%s%s.",
                            *peer.name ? ": " : "", peer.name);
    if (peer.kind == VT_PEER_CALLER)
        vt_finding_evidence(check, finding, "any-peer", 5, "It comes from whoever connects.");
}

/* A checksum that came along, or a MAC, is better than nothing and no signature. */
static bool is_verified(struct vt_program *program, struct vt_event_ref ref) {
    return vt_is_verified(program, ref, "check.signature") ||
           vt_is_verified(program, ref, "check.mac");
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct sink *sink,
                   const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    weigh_peer(check, finding, source->event);
    vt_finding_message(
        check, finding,
        "What `%s` received from the network %s, and no signature is checked before.",
        vt_source_function(vt_check_program(check), source), sink->verb);
    vt_finding_path(check, finding, trace, source, "Data arrive from the network here",
                    "They are executed here");
    vt_finding_send(check, finding, sink->base);
}

/* An argument is code only for a program that takes code as an argument. */
static bool is_interpreter(struct vt_program *program, struct vt_event_ref ref) {
    static const char *const interpreters[] = {"sh",      "bash",    "dash", "ash", "ksh",  "zsh",
                                               "busybox", "python*", "perl", "lua", "node", "env"};
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_PATH, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t s = 0; s < count; s++) {
        const char *text = vt_source_text(&sources[s]), *slash = strrchr(text, '/');
        for (size_t i = 0; i < sizeof interpreters / sizeof *interpreters; i++)
            if (fnmatch(interpreters[i], slash ? slash + 1 : text, 0) == 0)
                return true;
    }
    return false;
}

static void look_at_content(struct vt_check *check, struct vt_event_ref ref,
                            const struct sink *sink) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, sink->role, NOT_CODE);
    const struct vt_source *source = find_network(program, trace);
    if (sink->role == VT_ROLE_ARGUMENT && !is_interpreter(program, ref))
        return;
    if (source && !is_verified(program, ref))
        report(check, ref, sink, trace, source);
}

/* ---- Through files ----------------------------------------------------------------------- */

/* A write of network data to a file. */
struct download {
    struct vt_event_ref write;
    const struct vt_trace *payload, *path;
    const struct vt_source *source;
    bool told; /* in a finding about running it, or what comes nearest */
};

struct downloads {
    struct download *items;
    size_t count;
};

static struct downloads find_downloads(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    static const char *const classes[] = {"io.write", "net.receive"};
    struct downloads downloads = {0};
    size_t capacity = 0;
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, classes[c], arena, &count);
        for (size_t i = 0; i < count; i++) {
            struct download download = {.write = refs[i]};
            download.payload = vt_trace_value(program, refs[i], VT_ROLE_PAYLOAD, NOT_CODE);
            download.source = find_network(program, download.payload);
            download.path = vt_trace_role(program, refs[i], VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
            if (!download.source || !download.path)
                continue;
            downloads.items = vt_grow(arena, downloads.items, downloads.count, &capacity,
                                      sizeof *downloads.items);
            downloads.items[downloads.count++] = download;
        }
    }
    return downloads;
}

static bool names_file(const char *text) {
    return strlen(text) > 2 && strpbrk(text, "/.") && !strchr(text, '%') && !strchr(text, ' ');
}

/* What makes another name of a name: two that differ in these are not the same. */
#define OTHER_NAME (VT_TAG_HASH | VT_TAG_NUMBER | VT_TAG_ENCODE | VT_TAG_ENCRYPT | VT_TAG_XOR)

/* True if sources A and B give the same name: the same text, or the same place it came from. */
static bool same_name(const struct vt_source *a, const struct vt_source *b) {
    if (a->kind != b->kind || (a->tags ^ b->tags) & OTHER_NAME)
        return false;
    switch (a->kind) {
    case VT_SOURCE_CONSTANT:
        return names_file(vt_source_text(a)) && strcmp(vt_source_text(a), vt_source_text(b)) == 0;
    case VT_SOURCE_EVENT:
        return a->event.function == b->event.function && a->event.event == b->event.event;
    case VT_SOURCE_PARAMETER:
        return a->function == b->function && a->index == b->index;
    default:
        return false;
    }
}

static bool share_name(const struct vt_trace *a, const struct vt_trace *b) {
    size_t na, nb;
    const struct vt_source *as = vt_trace_sources(a, &na), *bs = vt_trace_sources(b, &nb);
    for (size_t i = 0; i < na; i++)
        for (size_t j = 0; j < nb; j++)
            if (same_name(&as[i], &bs[j]))
                return true;
    return false;
}

/* The command names the file that was written. */
static bool command_names(const struct vt_trace *command, const struct vt_trace *path) {
    size_t nc, np;
    const struct vt_source *words = vt_trace_sources(command, &nc);
    const struct vt_source *names = vt_trace_sources(path, &np);
    for (size_t i = 0; i < nc; i++)
        for (size_t j = 0; j < np; j++)
            if (names_file(vt_source_text(&names[j])) &&
                strstr(vt_source_text(&words[i]), vt_source_text(&names[j])))
                return true;
    return share_name(command, path);
}

static bool has_constant(const struct vt_trace *trace, int64_t mask) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number & mask)
            return true;
    return false;
}

/* True if TRACE's path may be where the system keeps what it runs by itself. */
static bool is_system_place(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_pattern *pattern =
            vt_models_classify(vt_program_models(program), "place", vt_source_text(&sources[i]));
        if (pattern && vt_class_is(pattern->class_name, "system.program"))
            return true;
    }
    return false;
}

/* Changing a mode runs nothing unless it makes executable; renaming, unless the system runs it. */
static bool is_serious(struct vt_program *program, struct vt_event_ref ref,
                       const struct sink *sink) {
    if (strcmp(sink->class_name, "file.mode") == 0)
        return has_constant(vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA), 0111);
    if (strcmp(sink->class_name, "file.rename") == 0)
        return is_system_place(program, vt_trace_value(program, ref, VT_ROLE_PATH, VT_ABOUT_DATA));
    return true;
}

static void report_file(struct vt_check *check, struct vt_event_ref ref, const struct sink *sink,
                        const struct download *download) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    weigh_peer(check, finding, download->source->event);
    vt_finding_message(
        check, finding,
        "A file written from what `%s` received from the network %s, and no signature "
        "is checked before.",
        vt_source_function(vt_check_program(check), download->source), sink->verb);
    vt_finding_path(check, finding, download->payload, download->source,
                    "Data arrive from the network here", "They are written to a file here");
    vt_finding_path(check, finding, NULL, NULL, NULL, "The file is used here");
    vt_finding_send(check, finding, sink->base);
}

static void look_at_file(struct vt_check *check, struct vt_event_ref ref, const struct sink *sink,
                         struct downloads *downloads) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *path = vt_trace_value(program, ref, sink->role, VT_ABOUT_DATA);
    bool command = sink->role == VT_ROLE_COMMAND;
    if (!path || !downloads->count || !is_serious(program, ref, sink))
        return;
    for (size_t i = 0; i < downloads->count; i++) {
        struct download *download = &downloads->items[i];
        if (!(command ? command_names(path, download->path) : share_name(path, download->path)))
            continue;
        if (is_verified(program, ref) || is_verified(program, download->write))
            continue;
        bool prepares = strncmp(sink->class_name, "file.", 5) == 0;
        if (!prepares || !download->told)
            report_file(check, ref, sink, download);
        download->told = true;
        return;
    }
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct downloads downloads = find_downloads(check);
    for (size_t s = 0; s < sizeof sinks / sizeof *sinks; s++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, sinks[s].class_name,
                                                      vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            if (sinks[s].is_path)
                look_at_file(check, refs[i], &sinks[s], &downloads);
            else
                look_at_content(check, refs[i], &sinks[s]);
        }
    }
}

const struct vt_rule vt_update_unverified_code = {
    .id = "update/unverified-code",
    .name = "UnverifiedCode",
    .summary = "Data from the network are executed without a signature check",
    .description =
        "Bytes that arrived over the network are run as a command, loaded as code, or installed, "
        "directly or by way of a file, and no check of a signature whose result is used stands on "
        "every way there. TLS tells who sent them, not who made them.",
    .help =
        "Verify a signature over the whole payload with a key that does not come along with it, "
        "and go on only if the check says success. Never put received text into a command.",
    .cwe = "CWE-494,CWE-78",
    .precision = "high",
    .severity = 9.8,
    .run = run,
};
