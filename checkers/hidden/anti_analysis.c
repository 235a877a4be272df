/* hidden/anti-analysis: something happens only where nobody looks.
 *
 *     if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0 || strstr(vendor, "QEMU"))
 *         return;
 *     connect(fd, somewhere, size);
 *
 * That somebody looks, a tracer or a virtual machine tell: the program asks to be traced, or holds
 * something against a name that they have (models' patterns of kind "word"). Or it looks for
 * programs by hashes of their names, so that nobody reads which. What does its work everywhere, and
 * is only more or less talkative, is no finding. Not caught: times between two places, instructions
 * that tell a machine, and what is decided by a flag in memory.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/leak.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/trigger/trigger.h"

struct effect {
    const char *class_name, *verb;
};

static const struct effect effects[] = {
    {"net.connect", "a connection is made"},   {"net.send", "something is sent"},
    {"net.resolve", "a name server is asked"}, {"exec.shell", "a command is run"},
    {"exec.program", "a program is run"},      {"load.library", "a library is loaded"},
    {"load.module", "a module is loaded"},     {"code.executable", "memory is made to run"},
    {"file.delete", "something is removed"},   {"privilege.change", "the user is changed"},
    {"process.kill", "a process is stopped"},  {"access.grant", "somebody is given a right"},
};

/* Who may look. */
struct watcher {
    struct vt_arena *arena;
    bool is_debugger, is_machine, is_hashed;
    struct vt_condition_ref condition; /* that tells the debugger, or else the first */
};

/* The class of TEXT, below "watched", if it is the name of somebody who looks; else "". */
static const char *class_of(struct vt_program *program, const char *text) {
    const struct vt_pattern *pattern = *text ? vt_program_pattern(program, "word", text) : NULL;
    return pattern && vt_class_is(pattern->class_name, "watched") ? pattern->class_name : "";
}

/* True if SOURCE tells of the state of this host, and is not what somebody asks for by its name. */
static bool is_state(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "process") ||
        vt_source_is(program, source, VT_FACT_ORIGIN, "host"))
        return true;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "io.read"))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = vt_source_text(&names[i]);
        if (strncmp(name, "/proc/", 6) == 0 || strncmp(name, "/sys/", 5) == 0)
            return true;
    }
    return false;
}

/* What comparison REF holds something of the host's state against. */
static const char *watching_text(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    const char *found = "";
    bool state = false;
    for (size_t side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_role(program, ref, sides[side], NULL, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            const char *class_name = class_of(program, vt_source_text(&sources[i]));
            if (*class_name)
                found = class_name;
            state |= is_state(program, &sources[i]);
        }
    }
    return state || vt_class_is(found, "watched.machine.processor") ? found : "";
}

/* What the name of the file tells that SOURCE, a number, is read from. */
static const char *read_from(struct vt_program *program, const struct vt_source *source) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && source->tags & VT_TAG_NUMBER; i++) {
        const char *class_name = class_of(program, vt_source_text(&names[i]));
        if (*class_name)
            return class_name;
    }
    return "";
}

#define HASHED "watched.hashed"
#define OTHERS "process.identity.others"

/* True if SOURCE are names of programs that run here, of which a number was reckoned that is held
 * against others: no place in a table. */
static bool is_hashed_name(struct vt_program *program, const struct vt_source *source) {
    return source->tags & (VT_TAG_HASH | VT_TAG_XOR) && !(source->tags & VT_TAG_INDEX) &&
           source->tags & (VT_TAG_COMPARED | VT_TAG_DECIDED) &&
           (vt_source_is(program, source, VT_FACT_ORIGIN, OTHERS) ||
            vt_leak_is_of(program, source, "host.process"));
}

/* What SOURCE asks for, a class below "watched"; or "". */
static const char *asked_by(struct vt_program *program, const struct vt_source *source) {
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "process.watched"))
        return "watched.debugger";
    if (is_hashed_name(program, source))
        return HASHED;
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "io.read"))
        return read_from(program, source);
    return vt_source_is(program, source, VT_FACT_COMPARE, "")
               ? watching_text(program, source->event)
               : "";
}

static const struct vt_trace *trace_of(struct vt_program *program,
                                       struct vt_condition_ref condition) {
    return vt_trace_subject(program, condition.function, condition.predicate, 0,
                            VT_TAG_ASSUMED | VT_TAG_FIELD);
}

static void add_watcher(struct watcher *watcher, const char *class_name,
                        struct vt_condition_ref condition) {
    bool debugger = vt_class_is(class_name, "watched.debugger");
    bool hashed = vt_class_is(class_name, HASHED);
    bool known = watcher->is_debugger || watcher->is_machine || watcher->is_hashed;
    if (!known || (debugger && !watcher->is_debugger))
        watcher->condition = condition;
    watcher->is_debugger |= debugger;
    watcher->is_hashed |= hashed;
    watcher->is_machine |= !debugger && !hashed;
}

/* The same for what the verdicts of functions come from. */
static bool asks_by_verdict(struct vt_program *program, struct vt_condition_ref condition,
                            struct watcher *watcher) {
    bool found = false;
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(program, condition, watcher->arena, &count);
    for (size_t i = 0; i < count; i++) {
        bool state = triggers[i].source && is_state(program, triggers[i].source);
        const char *class_name =
            state && triggers[i].text ? class_of(program, triggers[i].text) : "";
        if (*class_name)
            add_watcher(watcher, class_name, condition);
        found |= *class_name != 0;
    }
    return found;
}

/* True if CONDITION asks whether somebody looks; CONTEXT is a struct watcher. */
static bool asks(struct vt_program *program, struct vt_condition_ref condition, void *context) {
    struct watcher *watcher = context;
    size_t count = 0;
    bool found = asks_by_verdict(program, condition, watcher);
    const struct vt_trace *trace = trace_of(program, condition);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *class_name = asked_by(program, &sources[i]);
        if (*class_name)
            add_watcher(watcher, class_name, condition);
        found |= *class_name != 0;
    }
    return found;
}

/* All who may look at REF, which is guarded by one of them. */
static void find_watchers(struct vt_program *program, struct vt_event_ref ref,
                          struct watcher *watcher) {
    size_t count;
    uint32_t guards = vt_program_event(program, ref, NULL)->guards;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, watcher->arena, &count);
    for (size_t i = 0; i < count; i++)
        if (conditions[i].always)
            asks(program, conditions[i], watcher);
}

/* True if CONDITION was told of before; one is enough for all that stands behind it. */
static bool is_told(const struct vt_condition_ref *told, size_t count,
                    struct vt_condition_ref condition) {
    for (size_t i = 0; i < count; i++)
        if (told[i].function == condition.function && told[i].predicate == condition.predicate)
            return true;
    return false;
}

/* Adds the way on which it is asked for. */
static void add_question(struct vt_check *check, struct vt_finding *finding,
                         struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace = trace_of(program, condition);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*asked_by(program, &sources[i])) {
            vt_finding_path(check, finding, trace, &sources[i],
                            "Whether somebody looks is asked here", "It decides here");
            return;
        }
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct effect *effect,
                   const struct watcher *watcher) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "Whether %s depends on whether %s.", effect->verb,
                       watcher->is_debugger  ? "a debugger looks"
                       : watcher->is_machine ? "the host is a virtual machine"
                                             : "a program runs whose name has a certain hash");
    if (watcher->is_debugger)
        vt_finding_evidence(check, finding, "debugger", 15, "Whether it is debugged is asked.");
    if (watcher->is_machine && watcher->is_debugger)
        vt_finding_evidence(check, finding, "machine", 15,
                            "Whether the host is a virtual machine is asked as well.");
    if (watcher->is_hashed)
        vt_finding_evidence(check, finding, "hashed", 20,
                            "Which programs it looks for cannot be read in it.");
    if (vt_starts_by_itself(vt_check_program(check), ref.function))
        vt_finding_evidence(check, finding, "starts-by-itself", 15, "It runs before main.");
    add_question(check, finding, watcher->condition);
    vt_finding_path(check, finding, NULL, NULL, NULL, "It happens here");
    vt_finding_send(check, finding, 35);
}

/* True if TEXT is the name of somebody who looks, or of files that tell which programs run. */
static bool may_be_asked(struct vt_program *program, const char *text) {
    return *class_of(program, text) || vt_program_fits(program, "file", text, "host.process");
}

/* True if the program asks at all, which is cheap to know. */
static bool may_ask(struct vt_check *check) {
    enum { LONGEST = 32 };
    struct vt_program *program = vt_check_program(check);
    size_t count, others;
    vt_program_events(program, VT_FACT_ORIGIN, "process.watched", vt_check_arena(check), &count);
    vt_program_events(program, VT_FACT_ORIGIN, OTHERS, vt_check_arena(check), &others);
    count += others;
    for (uint32_t u = 0; u < vt_program_nunits(program) && count == 0; u++) {
        const struct vt_unit *unit = vt_program_unit(program, u, NULL);
        for (uint32_t c = 0; c < unit->nconstants; c++)
            if (unit->constants[c].kind == VT_CONSTANT_TEXT &&
                vt_string_length(unit->strings, unit->constants[c].text) <= LONGEST &&
                may_be_asked(program, vt_string(unit->strings, unit->constants[c].text)))
                return true;
    }
    return count > 0;
}

static void run(struct vt_check *check) {
    enum { MOST = 64 };
    struct vt_program *program = vt_check_program(check);
    if (!may_ask(check))
        return;
    struct vt_condition_ref told[MOST];
    size_t ntold = 0;
    for (size_t e = 0; e < sizeof effects / sizeof *effects; e++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(
            program, VT_FACT_EFFECT, effects[e].class_name, vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            struct watcher watcher = {.arena = vt_check_arena(check)};
            if (!vt_program_is_guarded(program, refs[i], asks, &watcher))
                continue;
            find_watchers(program, refs[i], &watcher);
            if (is_told(told, ntold, watcher.condition))
                continue;
            report(check, refs[i], &effects[e], &watcher);
            if (ntold < MOST)
                told[ntold++] = watcher.condition;
        }
    }
}

const struct vt_rule vt_hidden_anti_analysis = {
    .id = "hidden/anti-analysis",
    .name = "AntiAnalysis",
    .summary = "Something happens only where no debugger or virtual machine is seen",
    .description =
        "The program asks whether somebody looks at it: it asks to be traced, reads who traces it, "
        "or looks for the names of debuggers and virtual machines, and what it finds decides "
        "whether a connection is made, a program is run, something is removed. What is meant to "
        "be seen does not depend on who looks.",
    .help = "Do the same everywhere. If it is a protection against copying, let it protect what "
            "is licensed, and name it in the documents.",
    .cwe = "CWE-506,CWE-511",
    .precision = "medium",
    .severity = 8.0,
    .run = run,
};
