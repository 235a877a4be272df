/* exfil/capture: what keyboard, screen, microphone, camera or wire tell leaves, and no switch is
 * to be seen.
 *
 *     int keys = open("/dev/input/event0", O_RDONLY);
 *     while (read(keys, &event, sizeof event) > 0)
 *         fprintf(fopen("/usr/lib/.k", "a"), "%d ", event.code);
 *
 * Not caught: devices opened under a name that is not known when compiling.
 */
#include "checkers/leak.h"

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

/* What LEAK captures, by its origin or by the name of the device; NULL if nothing. */
static const struct device *find_device(struct vt_check *check, struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    const char *text = NULL;
    if (vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read"))
        text = vt_leak_read_name(check, leak).text;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (text ? vt_leak_pattern(program, text, devices[i].class_name) != NULL
                 : vt_source_is(program, leak->source, VT_FACT_ORIGIN, devices[i].class_name))
            return &devices[i];
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

static void run(struct vt_check *check) {
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
