/* hidden/wiped-log: what tells afterwards who was there is removed.
 *
 *     unlink("/var/log/wtmp");
 *     truncate("/var/log/auth.log", 0);
 *     setenv("HISTFILE", "/dev/null", 1);
 *
 * So with logs that the system empties when it is asked to, if the program names one and keeps no
 * copy, and with the file that the program was started from, where it does more than that. And
 * with one that says nothing of a user, or of a peer's address, that stand in the
 * program. A log that the program itself writes is its own. A list of logins is not written anew by
 * programs, either, nor are entries changed where others are only added. Not caught: entries of
 * other logs that are overwritten in place.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/leak.h"
#include "checkers/shared/trapdoor/word.h"
#include "checkers/shared/verdict.h"
#include "engine/base/strings.h"

enum { BASE = 45 };

static const struct vt_pattern *log_of(struct vt_program *program, const char *kind,
                                       const char *text) {
    const struct vt_pattern *pattern = vt_program_pattern(program, kind, text);
    return *text && pattern && vt_class_is(pattern->class_name, "system.log") ? pattern : NULL;
}

/* The first source of what names EVENT's file whose text is that of a log; NULL if there is none.
 */
static const struct vt_source *find_log(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (log_of(program, "place", vt_source_text(&sources[i])))
            return &sources[i];
    return NULL;
}

/* ---- A log of its own -------------------------------------------------------------------- */

static bool begins_alike(const char *path, const char *other) {
    size_t size = strlen(other);
    return size > 0 && strncmp(path, other, size) == 0;
}

/* True if the program writes to the file PATH, or to one that PATH continues ("x.log.1"). */
static bool is_own(struct vt_check *check, const char *path) {
    struct vt_program *program = vt_check_program(check);
    size_t nevents;
    struct vt_event_ref *events =
        vt_program_events(program, VT_FACT_EFFECT, "io.write", vt_check_arena(check), &nevents);
    for (size_t e = 0; e < nevents; e++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_role(program, events[e], VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (begins_alike(path, vt_source_text(&sources[i])))
                return true;
    }
    return false;
}

/* True if PATH is not /var/log/NAME, but further down. */
static bool is_in_folder(const char *path) {
    const char *last = strrchr(path, '/');
    unsigned folders = 0;
    for (const char *at = path; last && at < last; at++)
        folders += *at == '/';
    return folders > 2;
}

/* What a wide search brings for a name may be that of another file. */
static void weigh_search(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_trace *trace) {
    if (vt_trace_is_cut(trace))
        vt_finding_evidence(check, finding, "cut", -20,
                            "The search ran out of its budget: the way may not exist.");
}

/* True if a file is cut to its size of before, as when an entry could not be written whole. */
static bool is_taken_back(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_LENGTH, NULL, VT_ABOUT_DATA);
    return vt_find_source(program, trace, VT_FACT_ORIGIN, "file") != NULL;
}

/* ---- Findings ---------------------------------------------------------------------------- */

static void report(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                   const struct vt_source *source, const char *path) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_pattern *log = log_of(program, "place", path);
    bool logins = vt_class_is(log->class_name, "system.log.login");
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is removed or emptied.", path);
    if (logins)
        vt_finding_evidence(check, finding, "logins", 20, "It tells who was there.");
    else if (is_own(check, path))
        vt_finding_evidence(check, finding, "own", -40, "The program itself writes to it.");
    else if (!vt_class_is(log->class_name, "system.log.service") && is_in_folder(path))
        vt_finding_evidence(check, finding, "folder", -15,
                            "It lies in a folder of its own, as logs of single programs do.");
    if (is_taken_back(program, ref))
        vt_finding_evidence(check, finding, "taken-back", -50,
                            "It is cut to what the file itself says its size was.");
    if (source->constant->concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "Its name is decoded first.");
    weigh_search(check, finding, trace);
    vt_finding_path(check, finding, trace, source, "Its name stands here", "It is removed here");
    vt_finding_send(check, finding, BASE);
}

/* True if REF cuts a file to the length that it just had, since a record could not be written in
 * whole. */
static bool takes_back(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_LENGTH, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "file") ||
            sources[i].event.function != ref.function)
            return false;
    return count > 0;
}

static void look_at_removal(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_ask_path(program, ref);
    const struct vt_source *source = find_log(program, trace);
    if (source && !takes_back(program, ref))
        report(check, ref, trace, source, vt_source_text(source));
}

/* A list of logins that is written anew elsewhere, and put in the place of what was there. */
static void look_at_replacement(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const struct vt_source *source = find_log(program, trace);
    const struct vt_pattern *log = source ? log_of(program, "place", vt_source_text(source)) : NULL;
    if (!log || !vt_class_is(log->class_name, "system.log.login"))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is replaced by something else.", vt_source_text(source));
    vt_finding_evidence(check, finding, "logins", 20, "It tells who was there.");
    weigh_search(check, finding, trace);
    vt_finding_path(check, finding, trace, source, "Its name stands here", "It is replaced here");
    vt_finding_send(check, finding, BASE);
}

/* True if FUNCTION also reads from the file PATH. */
static bool reads_too(struct vt_program *program, uint32_t function, const char *path) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const char *class_name = vt_string(unit->strings, facts->events[e].class_name);
        if (facts->events[e].fact == VT_FACT_ORIGIN && vt_class_is(class_name, "io.read") &&
            vt_has_text(vt_trace_role(program, (struct vt_event_ref){function, e}, VT_ROLE_HANDLE,
                                      "path", VT_ABOUT_DATA),
                        path))
            return true;
    }
    return false;
}

/* What stands in a list to which entries are only added is read, and something is written there. */
static void look_at_change(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *source = find_log(program, trace);
    const char *path = source ? vt_source_text(source) : "";
    const struct vt_pattern *log = log_of(program, "place", path);
    if (!log || !vt_class_is(log->class_name, "system.log.login.history") ||
        !reads_too(program, ref.function, path))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "An entry of %s is overwritten.", path);
    vt_finding_evidence(check, finding, "logins", 20, "It tells who was there.");
    weigh_search(check, finding, trace);
    vt_finding_path(check, finding, trace, source, "Its name stands here", "It is written here");
    vt_finding_send(check, finding, BASE);
}

static void look_at_command(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_COMMAND, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        size_t npaths;
        const char **paths =
            vt_command_removes(vt_source_text(&sources[i]), vt_check_arena(check), &npaths);
        for (size_t p = 0; p < npaths; p++)
            if (log_of(program, "place", paths[p])) {
                report(check, ref, trace, &sources[i], paths[p]);
                return;
            }
    }
}

/* A shell's memory that leads nowhere. */
static void look_at_variable(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0, nvalues = 0;
    bool nowhere = false;
    const struct vt_trace *values =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *value = values ? vt_trace_sources(values, &nvalues) : NULL;
    for (size_t i = 0; i < nvalues; i++)
        nowhere |= strstr(vt_source_text(&value[i]), "/dev/null") != NULL;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_TARGET, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && (nowhere || !values); i++) {
        if (!log_of(program, "variable", vt_source_text(&sources[i])))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "A shell that is run forgets what is typed.");
        vt_finding_path(check, finding, trace, &sources[i], "The variable is named here",
                        "It leads nowhere from here on");
        vt_finding_send(check, finding, BASE);
        return;
    }
}

/* A log that the system empties when it is asked to. */
static void look_at_clearing(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!*vt_source_text(&sources[i]))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "The system's log `%s` is emptied.",
                           vt_source_text(&sources[i]));
        if (vt_trace_role(program, ref, VT_ROLE_TARGET, NULL, VT_ABOUT_DATA))
            vt_finding_evidence(check, finding, "copied", -30, "A copy of it is kept.");
        vt_finding_path(check, finding, trace, &sources[i], "Its name stands here",
                        "It is emptied here");
        vt_finding_send(check, finding, BASE);
        return;
    }
}

/* ---- The program's own file -------------------------------------------------------------- */

/* True if the first of the words that main is given names the file of REF. */
static bool is_first_word(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    const struct vt_node words = {VT_NODE_FORMAL, 1, 0};
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_IN, VT_ROLE_PATH, ref.event}, &count);
    for (uint32_t e = 0; e < count && vt_program_is_main(program, ref.function); e++) {
        const struct vt_rewrite *rewrite = &unit->rewrites[edges[e].rewrite];
        if (vt_node_is(&facts->nodes[edges[e].from], words) && rewrite->ntake > 1 &&
            rewrite->take[0].low == 0 && rewrite->take[0].high <= (int32_t)sizeof(uint64_t))
            return true;
    }
    return false;
}

/* True if the name of REF's file is that of the program's own. */
static bool is_program(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_leak_names_own(program, &sources[i]))
            return true;
    return is_first_word(program, ref);
}

static bool has_any(struct vt_check *check, const char *class_name) {
    size_t count;
    vt_program_events(vt_check_program(check), VT_FACT_EFFECT, class_name, vt_check_arena(check),
                      &count);
    return count > 0;
}

/* True if another file takes the place of the program's own. */
static bool is_renewed(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "file.rename", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (is_program(program, refs[i]))
            return true;
    return false;
}

/* True if somebody said on the command line that REF is to happen. */
static bool is_asked_for(struct vt_check *check, struct vt_event_ref ref) {
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_find(vt_check_program(check), ref, NULL, 0, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (triggers[i].kind == VT_TRIGGER_CALLER ||
            vt_class_is(triggers[i].class_name, "argument"))
            return true;
    return false;
}

/* What ran is no longer there to be looked at. */
static void look_at_program(struct vt_check *check, struct vt_event_ref ref) {
    if (!is_program(vt_check_program(check), ref))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "The program removes the file that it was started from.");
    if (has_any(check, "net.connect") || has_any(check, "net.listen") || has_any(check, "exec"))
        vt_finding_evidence(check, finding, "active", 20,
                            "The program runs others, or talks to other hosts.");
    if (is_asked_for(check, ref))
        vt_finding_evidence(check, finding, "asked-for", -40, "Who starts it may say so.");
    if (is_renewed(check))
        vt_finding_evidence(check, finding, "renewed", -40, "Another file takes its place.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is removed here");
    vt_finding_send(check, finding, 30);
}

/* ---- What is left out -------------------------------------------------------------------- */

/* True if all that FUNCTION does where CONDITION holds is to write something. */
static bool only_writes(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, condition.function, &unit);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        const uint32_t *targets;
        if (vt_list_has(facts, facts->calls[c].guards, condition.predicate) &&
            vt_program_targets(program, (struct vt_site){condition.function, c}, &targets) > 0)
            return false;
    }
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const char *class_name = vt_string(unit->strings, facts->events[e].class_name);
        if (vt_has_consequence(unit, &facts->events[e]) &&
            vt_list_has(facts, facts->events[e].guards, condition.predicate) &&
            !vt_class_is(class_name, "log.write") &&
            (!vt_class_is(class_name, "io.write") ||
             vt_handle_is(program, (struct vt_event_ref){condition.function, e}, "socket")))
            return false;
    }
    return true;
}

static const struct vt_trace *side_of(struct vt_program *program, struct vt_condition_ref condition,
                                      unsigned side) {
    return vt_trace_subject(program, condition.function, condition.predicate, side, VT_TAG_ASSUMED);
}

/* True if TRACE brings an address of a peer. */
static bool is_address(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "network") &&
            strcmp(vt_event_value(program, sources[i].event), "address") == 0)
            return true;
    return false;
}

/* True if all that TRACE brings is one number that nobody writes by chance. */
static bool is_magic(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    return count == 1 && sources[0].kind == VT_SOURCE_CONSTANT &&
           sources[0].constant->kind == VT_CONSTANT_INT &&
           vt_word_is_magic(sources[0].constant->number);
}

/* True if CONDITION says that a peer's address is another than one that stands in the program. */
static bool spares_address(struct vt_program *program, struct vt_condition_ref condition) {
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    if (predicate->mask || predicate->compare != (condition.holds ? VT_NE : VT_EQ))
        return false;
    if (predicate->has_number)
        return vt_word_is_magic(predicate->number) &&
               is_address(program, side_of(program, condition, 0));
    for (unsigned side = 0; side < 2; side++)
        if (is_magic(side_of(program, condition, !side)) &&
            is_address(program, side_of(program, condition, side)))
            return true;
    return false;
}

/* The words that say whom CONDITION leaves out, a user or an address; NULL: nobody. */
static const char *spared_by(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(program, condition, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (triggers[i].test == VT_TEST_UNEQUAL && triggers[i].text &&
            vt_class_is(triggers[i].class_name, "host.user") &&
            !vt_word_is_public(program, triggers[i].text))
            return triggers[i].words;
    return spares_address(program, condition) ? "a peer's address is not a certain one" : NULL;
}

/* A log that says nothing of somebody. */
static void look_at_entry(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    uint32_t list = facts->events[ref.event].guards;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {ref.function, guard->predicate, guard->holds, true};
        const char *words =
            guard->always && only_writes(program, condition) ? spared_by(check, condition) : NULL;
        if (!words)
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "The log is only written if %s.", words);
        vt_finding_path(check, finding, NULL, NULL, NULL, "It is written here");
        vt_finding_send(check, finding, BASE);
        return;
    }
}

static void look_at_write(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    if (find_log(program, vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA)))
        look_at_entry(check, ref);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "log.write", look_at_entry);
    vt_check_each(check, VT_FACT_EFFECT, "io.write", look_at_write);
    vt_check_each(check, VT_FACT_EFFECT, "io.write", look_at_change);
    vt_check_each(check, VT_FACT_EFFECT, "file.delete", look_at_removal);
    vt_check_each(check, VT_FACT_EFFECT, "file.delete", look_at_program);
    vt_check_each(check, VT_FACT_EFFECT, "file.rename", look_at_replacement);
    vt_check_each(check, VT_FACT_EFFECT, "exec.shell", look_at_command);
    vt_check_each(check, VT_FACT_EFFECT, "env.write", look_at_variable);
    vt_check_each(check, VT_FACT_EFFECT, "log.clear", look_at_clearing);
}

const struct vt_rule vt_hidden_wiped_log = {
    .id = "hidden/wiped-log",
    .name = "WipedLog",
    .summary = "What tells afterwards who was there is removed",
    .description =
        "A log of the system, the list of those who were logged in, or the memory of a shell is "
        "removed, emptied or led nowhere, and its name is written in the program. Nothing that "
        "works for the owner of a host needs that.",
    .help = "Leave the system's logs to the system. A program's own log is rotated under a name "
            "that its settings give.",
    .cwe = "CWE-506,CWE-778",
    .precision = "high",
    .severity = 8.0,
    .run = run,
};
