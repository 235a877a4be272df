/* exfil/to-process: a secret goes where other processes and users of this host can read it.
 *
 *     snprintf(option, sizeof option, "--password=%s", getpass("Password: "));
 *     execl("/usr/bin/mount.share", "mount.share", option, NULL);
 *
 * and the like by the system log, a file that everybody may read, a variable of the environment.
 * Shared memory is looked at where the program lets go of it. Not caught: memory that it never
 * does.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/channel/circumstances.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/leak.h"

enum { SHORTEST_NAME = 2 }; /* letters, of a variable that is looked for in commands */

/* Where it is exposed: the effect, and in which role. */
struct exposure {
    const char *class_name;
    enum vt_role role;
    int base;
    const char *where;
};

static const struct exposure exposures[] = {
    {"exec.program", VT_ROLE_ARGUMENT, 55, "stands on a command line that every process sees"},
    {"exec.shell", VT_ROLE_COMMAND, 55, "stands in a command that every process sees"},
    {"log.write", VT_ROLE_PAYLOAD, 50, "reaches the system log"},
    {"env.write", VT_ROLE_PAYLOAD, 25, "stands in the environment of every child"},
    {"ipc.send", VT_ROLE_PAYLOAD, 15, "is sent to another process of this host"},
};

/* What a program sets is the variable's name, or NAME=value: the length of the name in TEXT, or 0.
 */
static size_t variable_length(const char *text) {
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_')
        length++;
    return length >= SHORTEST_NAME && (text[length] == '=' || !text[length]) ? length : 0;
}

/* True if command TEXT has the value of the variable whose name is the first LENGTH of NAME. */
static bool expands(const char *text, const char *name, size_t length) {
    for (const char *at = text; (at = strchr(at, '$')) != NULL;) {
        at += at[1] == '{' ? 2 : 1;
        if (strncmp(at, name, length) == 0 && !isalnum((unsigned char)at[length]) &&
            at[length] != '_')
            return true;
    }
    return false;
}

/* A command that event REF runs by ROLE, and that sends the variable NAME, or NULL. */
static const char *sends(struct vt_program *program, struct vt_event_ref ref, enum vt_role role,
                         const char *name) {
    const struct vt_trace *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    size_t count = 0, length = variable_length(name);
    const struct vt_source *sources = trace && length ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if ((vt_command_sends(text) || vt_command_has_fetcher(text)) && expands(text, name, length))
            return text;
    }
    return NULL;
}

/* The command of the program that sends variable NAME away, or NULL. */
static const char *sender_of(struct vt_check *check, const char *name) {
    static const struct {
        const char *class_name;
        enum vt_role role;
    } runs[] = {{"exec.shell", VT_ROLE_COMMAND}, {"exec.program", VT_ROLE_ARGUMENT}};
    for (size_t r = 0; r < sizeof runs / sizeof *runs; r++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, runs[r].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            const char *text = sends(vt_check_program(check), refs[i], runs[r].role, name);
            if (text)
                return text;
        }
    }
    return NULL;
}

/* True if TEXT may be the name of a variable that holds more than is written there. */
static bool is_open(const char *text) {
    size_t length = variable_length(text);
    const char *value = text + length + 1;
    return length && (!text[length] || !*value || strchr(value, '%'));
}

/* A command of the program may send the variable that LEAK sets. Which of several that are set at
 * once has the secret is known where they are set by calls. */
static void weigh_sender(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_leak *leak, const struct vt_flow_step *steps,
                         size_t nsteps) {
    struct vt_asked asked = {
        .ref = leak->asked.ref, .role = VT_ROLE_TARGET, .avoid = VT_ABOUT_DATA, .value_only = true};
    const struct vt_trace *trace = vt_trace_role_at(vt_check_program(check), &asked, steps, nsteps);
    size_t count = 0, candidates = 0;
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    const char *command = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_open(vt_source_text(&names[i])))
            continue;
        candidates++;
        if (!command)
            command = sender_of(check, vt_source_text(&names[i]));
    }
    if (command)
        vt_finding_evidence(check, finding, "sent-by-child", candidates > 1 ? 10 : 45,
                            "A command that the program runs sends %s away: %s",
                            candidates > 1 ? "a variable that is set here" : "the variable",
                            command);
}

static void tell(struct vt_check *check, const struct vt_leak *leak, const char *secret,
                 const struct exposure *exposure) {
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    size_t nsteps;
    const struct vt_flow_step *steps =
        vt_trace_steps(leak->trace, leak->source, vt_check_arena(check), &nsteps);
    if (leak->source->tags & VT_TAG_HASH)
        vt_finding_evidence(check, finding, "hashed", -20, "Only a hash is exposed.");
    if (leak->source->tags & VT_TAG_ENCRYPT)
        vt_finding_evidence(check, finding, "sealed", -20,
                            "It is encrypted; whoever has the key reads it.");
    if (leak->asked.role == VT_ROLE_PAYLOAD)
        weigh_sender(check, finding, leak, steps, nsteps);
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
    vt_circumstances_weigh_knot(check, finding, steps, nsteps);
    vt_finding_message(check, finding, "%s from `%s` %s.", secret,
                       vt_source_function(vt_check_program(check), leak->source), exposure->where);
    vt_finding_path(check, finding, leak->trace, leak->source, "The secret is read here",
                    "Others can read it from here on");
    vt_finding_send(check, finding, exposure->base);
}

/* True if LEAK is all of a command, read from a file as it is: a setting, which says by what
 * something else is found. */
static bool is_setting(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_source *sources = vt_trace_sources(leak->trace, &count);
    if (leak->asked.role != VT_ROLE_COMMAND)
        return false;
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & VT_TAG_FORMAT || *vt_source_text(&sources[i]) ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "secret"))
            return false;
    return vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read");
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    if (is_setting(check, leak))
        return false;
    const char *secret = vt_leak_secret(check, leak);
    if (secret)
        tell(check, leak, secret, context);
    return secret != NULL;
}

/* True if what event REF writes to was made so that everybody may read it. */
static bool is_open_to_all(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "permissions", VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT &&
            sources[i].constant->number & 0004)
            return true;
    return false;
}

/* True if what REF lets go of is memory that other processes may map by a name. */
static bool is_shared(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_TARGET, VT_ABOUT_DATA);
    return vt_find_source(program, trace, VT_FACT_ALLOC, "ipc") != NULL;
}

static bool visit_shared(struct vt_check *check, struct vt_leak *leak, void *context) {
    return !is_shared(vt_check_program(check), leak->asked.ref) || visit(check, leak, context);
}

/* The same of memory that is mapped, if the program never lets go of any. */
static void look_at_mapped(struct vt_check *check, const struct exposure *memory) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "ipc.share", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (is_shared(program, refs[i]))
            return;
    vt_leaks_by(check, "ipc.map", memory->role, visit_shared, (void *)memory);
}

/* A file with a name of its own in the program is exfil/stash's. Few data are secret, and the name
 * is asked for anew in the context of each: so that comes last. */
static bool visit_write(struct vt_check *check, struct vt_leak *leak, void *context) {
    if (!is_open_to_all(vt_check_program(check), leak->asked.ref))
        return true;
    struct vt_leak named = *leak;
    const char *secret = vt_leak_secret(check, &named);
    if (!secret)
        return false;
    struct vt_file_name name = vt_leak_written_name(check, leak);
    if (!name.given && *name.text)
        return false;
    tell(check, &named, secret, context);
    return true;
}

static void run(struct vt_check *check) {
    static const struct exposure file = {"io.write", VT_ROLE_PAYLOAD, 45,
                                         "is written to a file that everybody may read"};
    static const struct exposure memory = {"ipc.share", VT_ROLE_PAYLOAD, 45,
                                           "stays in memory that other processes may map"};
    vt_leaks_by(check, memory.class_name, memory.role, visit_shared, (void *)&memory);
    look_at_mapped(check, &memory);
    for (size_t i = 0; i < sizeof exposures / sizeof *exposures; i++)
        vt_leaks_by(check, exposures[i].class_name, exposures[i].role, visit,
                    (void *)&exposures[i]);
    vt_leaks_to_files(check, visit_write, (void *)&file);
}

const struct vt_rule vt_exfil_to_process = {
    .id = "exfil/to-process",
    .name = "SecretToProcess",
    .summary = "A secret is exposed to other processes or users of this host",
    .description =
        "A password, key or file of secrets reaches a command line, the system log, a file that "
        "everybody may read, the environment of children or a message to another process. Whoever "
        "runs on the host, and whoever collects its logs, reads it there.",
    .help = "Give secrets to other programs through a pipe or a descriptor, keep them out of logs, "
            "and make files of secrets readable by their owner only.",
    .cwe = "CWE-214,CWE-532,CWE-732",
    .precision = "high",
    .severity = 6.5,
    .run = run,
};
