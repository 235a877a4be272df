/* exfil/capture: what keyboard, screen, microphone, camera or wire tell leaves, and no switch is
 * to be seen.
 *
 *     int keys = open("/dev/input/event0", O_RDONLY);
 *     while (read(keys, &event, sizeof event) > 0)
 *         fprintf(fopen("/usr/lib/.k", "a"), "%d ", event.code);
 *
 * Not caught: devices opened under a name that is not known when compiling.
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/channel/leak.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/trapdoor/trap.h"

static const struct device {
    const char *class_name, *what;
    int weight;
} devices[] = {
    {"capture.keyboard", "Keys that are pressed", 20},
    {"capture.screen", "What the screen shows", 5},
    {"capture.audio", "Sound from a microphone", 5},
    {"capture.video", "Pictures from a camera", 5},
    {"capture.clipboard", "What was copied in other programs", 15},
    {"capture.position", "Where this host is", 5},
    {"capture.traffic", "Packets of others", 10},
};

/* True if the program asked to be told what is typed while others are in front: as the models'
 * value says, by a bit. */
static bool listens_behind(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t nrefs;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "capture.behind", vt_check_arena(check), &nrefs);
    for (size_t r = 0; r < nrefs; r++) {
        size_t count = 0;
        int64_t bits;
        const struct vt_trace *trace = vt_trace_value(program, refs[r], VT_ROLE_MODE, 0);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (vt_source_number(&sources[i], &bits) &&
                bits & strtoll(vt_event_value(program, refs[r]), NULL, 10))
                return true;
    }
    return false;
}

/* True if SOURCE is what is typed into the program itself. */
static bool is_own(struct vt_check *check, const struct vt_source *source) {
    return source->kind == VT_SOURCE_EVENT &&
           strcmp(vt_event_value(vt_check_program(check), source->event), "front") == 0 &&
           !listens_behind(check);
}

/* What LEAK captures, by its origin or by the name of the device; NULL if nothing. */
static const struct device *find_device(struct vt_check *check, struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    const char *text = NULL;
    if (is_own(check, leak->source))
        return NULL;
    if (vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read"))
        text = vt_leak_read_name(check, leak).text;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (text ? vt_leak_pattern(program, text, devices[i].class_name) != NULL
                 : vt_source_is(program, leak->source, VT_FACT_ORIGIN, devices[i].class_name))
            return &devices[i];
    for (size_t i = 0; text && i < sizeof devices / sizeof *devices; i++)
        if (vt_handle_is(program, leak->source->event, "pipe") &&
            vt_leak_is_named(check, leak, devices[i].class_name))
            return &devices[i]; /* what a command prints */
    return NULL;
}

static void tell(struct vt_check *check, struct vt_finding *finding, const struct vt_leak *leak,
                 const struct device *device, const char *where) {
    vt_finding_message(check, finding, "%s, from `%s`, %s.", device->what,
                       vt_source_function(vt_check_program(check), leak->source), where);
    vt_finding_path(check, finding, leak->trace, leak->source, "It is captured here",
                    "It leaves here");
    vt_finding_send(check, finding, 30 + device->weight);
}

static bool visit_send(struct vt_check *check, struct vt_leak *leak, void *context) {
    const struct device *device = find_device(check, leak);
    (void)context;
    if (!device)
        return false;
    struct vt_peer peer = vt_leak_peer(check, leak);
    if (peer.kind == VT_PEER_LOCAL ||
        vt_leak_way(vt_check_program(check), leak->asked.ref) == VT_WAY_LOCAL)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_leak_weigh(check, finding, leak, &peer);
    tell(check, finding, leak, device, "reach the network");
    return true;
}

static bool visit_write(struct vt_check *check, struct vt_leak *leak, void *context) {
    const struct device *device = find_device(check, leak);
    (void)context;
    if (!device)
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    if (!*name.text || name.given)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    if (name.concealed)
        vt_finding_evidence(check, finding, "concealed-name", 20,
                            "The file's name is decoded before it is used.");
    if (vt_is_odd_place(name.text))
        vt_finding_evidence(check, finding, "odd-place", 20, "Nobody looks for it in %s.",
                            name.text);
    vt_leak_weigh_disguise(check, finding, leak->source->tags);
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_switch(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
    tell(check, finding, leak, device, "are kept in a file that no setting names");
    return true;
}

/* Logs are read by others than the user whose keys they are. */
static bool visit_log(struct vt_check *check, struct vt_leak *leak, void *context) {
    const struct device *device = find_device(check, leak);
    (void)context;
    if (!device)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_leak_weigh_switch(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
    tell(check, finding, leak, device, "reach the system log");
    return true;
}

/* ---- Keys that are asked for one by one ------------------------------------------------------ */

/* What writes or sends, and the key that decides whether it does. */
struct pressed {
    struct vt_event_ref ref;
    struct vt_trigger key; /* without words: none */
};

static bool has_number(const struct vt_trace *trace, const struct vt_source *number) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number == number->constant->number)
            return true;
    return false;
}

/* True if the number of the key that event ORIGIN tells of leaves by effect REF: it is not one key
 * that is a command. */
static bool leaves(struct vt_program *program, struct vt_event_ref origin,
                   struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *keys = vt_trace_value(program, origin, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_trace *written = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    const struct vt_source *sources = keys ? vt_trace_sources(keys, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            has_number(written, &sources[i]))
            return true;
    return false;
}

static void look_at_key(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct pressed *pressed = context;
    if (vt_class_is(trigger->class_name, "capture.keyboard") &&
        leaves(vt_check_program(check), trigger->source->event, pressed->ref))
        pressed->key = *trigger;
}

static void look_for_key(struct vt_check *check, struct vt_event_ref ref) {
    struct pressed pressed = {ref, {.words = NULL}};
    struct vt_leak leak = {.asked = {.ref = ref, .role = VT_ROLE_PAYLOAD}};
    vt_trap_visit_all(check, ref, NULL, look_at_key, &pressed);
    struct vt_file_name name = vt_leak_written_name(check, &leak);
    if (!pressed.key.words || name.given)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (vt_is_odd_place(name.text))
        vt_finding_evidence(check, finding, "odd-place", 20, "Nobody looks for it in %s.",
                            name.text);
    vt_finding_message(check, finding, "Keys that are pressed are %s%s, one by one.",
                       *name.text ? "written to " : "written or sent", name.text);
    vt_trap_path(check, finding, &pressed.key, "It leaves here");
    vt_finding_send(check, finding, 50);
}

static void look_for_keys(struct vt_check *check) {
    static const char *const ways[] = {"io.write", "net.send", "log.write"};
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t count, asked = 0;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_ORIGIN, "capture.keyboard", arena, &count);
    for (size_t i = 0; i < count; i++)
        asked += vt_trace_value(program, refs[i], VT_ROLE_TARGET, VT_ABOUT_DATA) != NULL;
    for (size_t w = 0; asked > 0 && w < sizeof ways / sizeof *ways; w++)
        vt_check_each(check, VT_FACT_EFFECT, ways[w], look_for_key);
}

static void run(struct vt_check *check) {
    look_for_keys(check);
    vt_leaks_to_network(check, visit_send, NULL);
    vt_leaks_to_files(check, visit_write, NULL);
    vt_leaks_by(check, "log.write", VT_ROLE_PAYLOAD, visit_log, NULL);
}

const struct vt_rule vt_exfil_capture = {
    .id = "exfil/capture",
    .name = "Capture",
    .summary = "Keys, screen, sound or pictures leave, and no setting turns it on",
    .description =
        "What a keyboard, screen, microphone, camera, clipboard, receiver for positions or network "
        "interface tells reaches the network, the system log, or a file that no setting names. "
        "Recorders and servers for remote desktops do that when their user says so; without a "
        "switch, or with a peer or file that is written in the program, it is spying.",
    .help = "Let the user start it, show that it runs, and let a setting name where it goes; or "
            "say in the declaration what is captured and who gets it.",
    .cwe = "CWE-359,CWE-506",
    .precision = "medium",
    .severity = 8.0,
    .run = run,
};
