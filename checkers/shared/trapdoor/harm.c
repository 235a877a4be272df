/* See harm.h. */
#include "checkers/shared/trapdoor/harm.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/command.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

static const struct vt_harm none = {.thing = ""}; /* no verb */

/* TEXT with NAME in the place of its only "%s"; NULL if it has none, or other places. */
static const char *filled(struct vt_check *check, const char *text, const char *name) {
    const char *place = strchr(text, '%');
    if (!place || place[1] != 's' || strchr(place + 1, '%'))
        return NULL;
    return vt_alloc_format(vt_check_arena(check), "%.*s%s%s", (int)(place - text), text, name,
                           place + 2);
}

/* The text that TRACE (NULL: none) brings, also if it is printed into another one; "" if it is not
 * all written in the program. */
static const char *text_of(struct vt_check *check, const struct vt_trace *trace) {
    const char *texts[2] = {"", ""};
    size_t count = 0, ntexts = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (!*text)
            return "";
        if (strcmp(text, texts[0]) == 0 || strcmp(text, texts[1]) == 0)
            continue;
        if (ntexts == 2)
            return "";
        texts[ntexts++] = text;
    }
    if (ntexts < 2)
        return texts[0];
    const char *text = filled(check, texts[0], texts[1]);
    if (!text)
        text = filled(check, texts[1], texts[0]);
    return text ? text : "";
}

/* From the root of a file system on, or of a drive. */
static bool is_whole(const char *path) {
    bool has_drive = path[0] && path[1] == ':';
    return *path == '/' || (has_drive && (path[2] == '\\' || path[2] == '/'));
}

/* True if PATH stands where nothing is kept for a while only. */
static bool is_lasting(struct vt_program *program, const char *path) {
    return !vt_is_place(program, path, "transient") && !vt_is_place(program, path, "system.log");
}

static bool is_loss(struct vt_program *program, const char *path) {
    return is_whole(path) && is_lasting(program, path);
}

/* True if the program writes to a file of the name PATH: where it has no folder, it may be a work
 * file of its own. */
static bool is_own(struct vt_check *check, const char *path) {
    struct vt_program *program = vt_check_program(check);
    size_t nrefs;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "io.write", vt_check_arena(check), &nrefs);
    for (size_t i = 0; i < nrefs; i++)
        if (vt_has_text(vt_ask_path(program, refs[i]), path))
            return true;
    return false;
}

/* Keys of the registry have no root in their names. */
static bool is_of_registry(struct vt_program *program, struct vt_event_ref ref) {
    return strcmp(vt_event_value(program, ref), "registry") == 0;
}

/* True if what TRACE names is met as a folder is read, and nothing says that it was made for a
 * while only. */
static bool is_met(struct vt_program *program, const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (!is_lasting(program, vt_source_text(&sources[i])))
            return false;
    return vt_find_source(program, trace, VT_FACT_ORIGIN, "file.name") && !vt_trace_is_cut(trace);
}

static struct vt_harm of_removal(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const char *path = text_of(check, trace);
    if (!*path && trace && is_met(program, trace))
        return (struct vt_harm){
            .verb = "What lies in a folder is removed", .thing = "", .is_folder = true};
    if (!*path || !is_lasting(program, path) ||
        (!is_whole(path) && !is_of_registry(program, ref) && is_own(check, path)))
        return none;
    return (struct vt_harm){.verb = vt_alloc_format(vt_check_arena(check), "`%s` is removed", path),
                            .thing = path};
}

static struct vt_harm of_command(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t count = 0;
    const char *text =
        text_of(check, vt_trace_role(program, ref, VT_ROLE_COMMAND, NULL, VT_ABOUT_DATA));
    const char **paths = vt_command_removes(text, arena, &count);
    struct vt_harm harm = {.verb = vt_alloc_format(arena, "`%s` is run", text), .thing = ""};
    for (size_t i = 0; i < count; i++)
        if (is_loss(program, paths[i])) {
            harm.thing = paths[i];
            return harm;
        }
    if (vt_command_overwrites(text))
        return harm;
    harm.is_stop = vt_command_stops(text);
    return harm.is_stop ? harm : none;
}

/* True if what REF writes is nothing but zeros. */
static bool is_blank(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].constant->kind != VT_CONSTANT_INT ||
            sources[i].constant->number != 0)
            return false;
    return !trace || !vt_trace_is_cut(trace);
}

/* A disk, or what a machine starts from, is written as a whole; or a file with zeros. */
static struct vt_harm of_write(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const char *path =
        text_of(check, vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA));
    bool is_disk =
        strncmp(path, "/dev/", 5) == 0 && vt_is_place(program, path, "system.program.firmware");
    bool is_file = strncmp(path, "/dev/", 5) != 0 && is_loss(program, path);
    if (!is_disk && !(is_file && is_blank(program, ref)))
        return none;
    return (struct vt_harm){
        .verb = vt_alloc_format(vt_check_arena(check), "`%s` is overwritten", path), .thing = path};
}

/* What a database keeps is dropped. */
static struct vt_harm of_database(struct vt_check *check, struct vt_event_ref ref) {
    const char *text = vt_only_text(
        vt_trace_role(vt_check_program(check), ref, VT_ROLE_COMMAND, NULL, VT_ABOUT_DATA));
    if (!vt_command_drops(text))
        return none;
    return (struct vt_harm){.verb = vt_alloc_format(vt_check_arena(check), "`%.60s` is done", text),
                            .thing = ""};
}

static struct vt_harm of_power(struct vt_check *check, struct vt_event_ref ref) {
    (void)check;
    (void)ref;
    return (struct vt_harm){.verb = "the host is stopped", .thing = "", .is_stop = true};
}

/* True if event REF sends a signal that no process can take. */
static bool is_final(struct vt_program *program, struct vt_event_ref ref) {
    enum { KILL = 9 };
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_ARGUMENT, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    return count == 1 && sources[0].kind == VT_SOURCE_CONSTANT &&
           sources[0].constant->kind == VT_CONSTANT_INT && sources[0].constant->number == KILL;
}

/* The first process is stopped, which is the host's, or all of them are; or the one that serves is
 * killed by what it started. */
static struct vt_harm of_kill(struct vt_check *check, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(vt_check_program(check), ref, VT_ROLE_TARGET, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count == 1 &&
        vt_source_is(vt_check_program(check), &sources[0], VT_FACT_ORIGIN, "process.identity") &&
        !*vt_event_value(vt_check_program(check), sources[0].event) &&
        is_final(vt_check_program(check), ref))
        return (struct vt_harm){.verb = "the process that started it is killed", .thing = ""};
    if (count != 1 || sources[0].kind != VT_SOURCE_CONSTANT ||
        sources[0].constant->kind != VT_CONSTANT_INT ||
        (sources[0].constant->number != 1 && sources[0].constant->number != -1))
        return none;
    return (struct vt_harm){
        .verb = "the host's first process, or every one, is stopped", .thing = "", .is_stop = true};
}

static const struct {
    const char *class_name;
    struct vt_harm (*harm_of)(struct vt_check *check, struct vt_event_ref ref);
} kinds[] = {
    {"file.delete", of_removal}, {"exec.shell", of_command}, {"io.write", of_write},
    {"host.power", of_power},    {"process.kill", of_kill},  {"database.command", of_database},
};

struct vt_harm vt_harm_of(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, &unit);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (vt_class_is(vt_string(unit->strings, event->class_name), kinds[k].class_name))
            return kinds[k].harm_of(check, ref);
    return none;
}

void vt_harms_visit(struct vt_check *check, vt_harm_visit visit) {
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, kinds[k].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            struct vt_harm harm = kinds[k].harm_of(check, refs[i]);
            if (harm.verb)
                visit(check, refs[i], &harm);
        }
    }
}
