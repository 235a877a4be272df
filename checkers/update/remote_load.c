/* update/remote-load: somebody outside says what is loaded or called.
 *
 *     recv(session, name, sizeof name - 1, 0);
 *     snprintf(path, sizeof path, "/usr/lib/station/%s.so", name);
 *     library = dlopen(path, RTLD_NOW);
 *
 * Libraries, modules of the kernel, scripts, and functions by their names; programs, if nothing but
 * what was received says where they are; variables of the environment that say what programs load;
 * files by names that stand in the program, if others may put something there. What is received as
 * a file and then loaded is update/unverified-code's. Not caught: names that are compared with a
 * list the program does not hold, and what settings name, as hosts of plugins do.
 */
#include <string.h>

#include "checkers/shared/channel/intake.h"
#include "checkers/shared/channel/login.h"
#include "engine/base/arena.h"

struct sink {
    const char *class_name;
    enum vt_role role;
    int base;         /* if the network names it */
    const char *what; /* is loaded, and how */
    bool is_told;     /* everywhere, by settings and users: only if nobody else has a say */
    bool is_variable; /* of the environment: those that say what programs load */
};

static const struct sink sinks[] = {
    {"load.library", VT_ROLE_PATH, 65, "the library that is loaded"},
    {"load.module", VT_ROLE_PATH, 70, "the module that is loaded into the kernel"},
    {"load.module", VT_ROLE_ARGUMENT, 60,
     "the module that is loaded into the kernel, or its options"},
    {"exec.code", VT_ROLE_PATH, 65, "the file that an interpreter runs"},
    {"load.symbol", VT_ROLE_ARGUMENT, 55, "the function that is looked up"},
    {"exec.program", VT_ROLE_PATH, 60, "the program that is run", true, false},
    {"env.write", VT_ROLE_PAYLOAD, 60, "what the programs load that are started", false, true},
};

/* True if SOURCES, of a name, have nothing that says where to look for it: who sends it chooses
 * among all programs, and not among those of a folder. */
static bool is_whole(struct vt_program *program, const struct vt_source *sources, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!vt_is_network(program, &sources[i]) &&
            (sources[i].kind == VT_SOURCE_EVENT || strlen(vt_source_text(&sources[i])) > 1))
            return false;
    return true;
}

/* True if event REF writes a variable of the environment that says what programs load: by its name
 * alone, or by a text that begins with it ("LD_PRELOAD=%s"). */
static bool says_what_is_loaded(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_TARGET, NULL, VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&names[i]);
        const char *name =
            vt_alloc_format(vt_check_arena(check), "%.*s", (int)strcspn(text, "="), text);
        if (vt_program_fits(program, "variable", name, "system.program.library"))
            return true;
    }
    return false;
}

/* True if what EVENT loads came in as a file: then that is told, by another rule. */
static bool is_intake(struct vt_check *check, struct vt_event_ref event) {
    for (enum vt_fault fault = VT_FAULT_MISREAD; fault <= VT_FAULT_FILE; fault++) {
        size_t count;
        const struct vt_intake *intakes = vt_find_intakes(check, fault, &count);
        for (size_t i = 0; i < count; i++)
            if (vt_event_same(intakes[i].sink, event))
                return true;
    }
    return false;
}

static void tell_network(struct vt_check *check, struct vt_event_ref ref, const struct sink *sink,
                         const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, ref);
    struct vt_peer peer = vt_ask_peer(program, source->event);
    if (peer.kind == VT_PEER_CONSTANT)
        vt_finding_evidence(check, finding, "constant-peer", 10,
                            "It comes from a peer that is written in the program%s%s.",
                            *peer.name ? ": " : "", peer.name);
    if (peer.kind == VT_PEER_CALLER)
        vt_finding_evidence(check, finding, "any-peer", 5, "It comes from whoever connects.");
    if (vt_is_looked_at(program, ref, source->event))
        vt_finding_evidence(check, finding, "request-checked", sink->is_variable ? -15 : -40,
                            "What the peer asks for is looked at before.");
    if (vt_has_logged_in(program, ref))
        vt_finding_evidence(check, finding, "authenticated", -30,
                            "Whoever sends it has to log in first.");
    if (source->tags & VT_TAG_XOR)
        vt_finding_evidence(check, finding, "xored", 15, "The name is xored first.");
    vt_finding_message(check, finding, "What `%s` received from the network names %s.",
                       vt_source_function(program, source), sink->what);
    vt_finding_path(check, finding, trace, source, "Data arrive from the network here",
                    "They say what is loaded here");
    vt_finding_send(check, finding, sink->base);
}

/* The name of the variable that SOURCE, of the environment, is the value of; concealed or not. */
static const struct vt_source *variable_of(struct vt_program *program,
                                           const struct vt_source *source) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_value(program, source->event, VT_ROLE_TARGET, VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&names[i]))
            return &names[i];
    return NULL;
}

/* Who starts a program may well say what it loads. It is another thing if nobody can know that they
 * do. */
static void tell_environment(struct vt_check *check, struct vt_event_ref ref,
                             const struct sink *sink, const struct vt_trace *trace,
                             const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *variable = variable_of(program, source);
    if (!variable)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (vt_starts_by_itself(program, ref.function))
        vt_finding_evidence(check, finding, "from-constructor", 25,
                            "It runs before `main`, or when a library is loaded.");
    if (variable->constant->concealed || variable->tags & VT_TAG_XOR)
        vt_finding_evidence(check, finding, "concealed-name", 30,
                            "The name of the variable is decoded before it is used.");
    vt_finding_message(check, finding, "The variable %s of the environment names %s.",
                       vt_source_text(variable), sink->what);
    vt_finding_path(check, finding, trace, source, "The variable is read here",
                    "It says what is loaded here");
    vt_finding_send(check, finding, sink->base - 45);
}

/* True if what is loaded by name PATH depends on the folder that the program is started in. */
static bool is_relative(const char *path) {
    return *path == '.' ? strpbrk(path, "/\\") != NULL
                        : strchr(path, '/') && *path != '/' && !strpbrk(path, ":%$");
}

/* Whoever may write there says what is loaded. */
static void tell_place(struct vt_check *check, struct vt_event_ref ref, const struct sink *sink,
                       const struct vt_trace *trace, const struct vt_source *source) {
    const char *path = vt_source_text(source);
    bool is_open = vt_is_place(vt_check_program(check), path, "transient.open");
    if (sink->role != VT_ROLE_PATH || (!is_open && !is_relative(path)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (source->constant->concealed)
        vt_finding_evidence(check, finding, "concealed-name", 30,
                            "The name is decoded before it is used.");
    vt_finding_message(check, finding, "`%s` names %s, and %s.", path, sink->what,
                       is_open ? "everybody may put something there"
                               : "what that is depends on the folder the program is started in");
    vt_finding_path(check, finding, trace, source, "The name stands here",
                    "It says what is loaded here");
    vt_finding_send(check, finding, sink->base - 20);
}

/* How often a name of a file, and not what is in a message, is told is for the rules about files.
 */
static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct sink *sink) {
    struct vt_program *program = vt_check_program(check);
    bool is_told = sink->is_told || sink->is_variable;
    size_t count = 0;
    if (sink->is_variable && !says_what_is_loaded(check, ref))
        return;
    const struct vt_trace *trace = vt_trace_value(program, ref, sink->role, VT_NOT_NAME);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_is_network(program, &sources[i]))
            continue;
        if (!is_intake(check, ref) && (!sink->is_told || is_whole(program, sources, count)))
            tell_network(check, ref, sink, trace, &sources[i]);
        return;
    }
    for (size_t i = 0; i < count && !is_told; i++) {
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "environment"))
            continue;
        tell_environment(check, ref, sink, trace, &sources[i]);
        return;
    }
    if (count == 1 && sources[0].kind == VT_SOURCE_CONSTANT && !is_told)
        tell_place(check, ref, sink, trace, &sources[0]);
}

static void run(struct vt_check *check) {
    for (size_t s = 0; s < sizeof sinks / sizeof *sinks; s++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, sinks[s].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], &sinks[s]);
    }
}

const struct vt_rule vt_update_remote_load = {
    .id = "update/remote-load",
    .name = "RemoteLoad",
    .summary = "Somebody outside names the code that is loaded or called",
    .description =
        "A name that came over the network, or from a variable of the environment, says which "
        "library, module, script or function the program loads or calls. Whoever sends it chooses "
        "among all code on the host, and whoever can write a file there adds to the choice. Hosts "
        "of plugins load what their settings name, and users may say so by a variable: that is "
        "told as a note, unless it happens before main or the variable's name is hidden. So does "
        "a file in a folder where everybody may write, or in that where the program is started.",
    .help = "Let the message choose among names that the program holds. Let settings of the host "
            "name plugins, and document the variables that do so.",
    .cwe = "CWE-114,CWE-470,CWE-506",
    .precision = "medium",
    .severity = 8.6,
    .run = run,
};
